import { regionList } from '@geoarchive/domain/codes/regions.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { ChoiceSelect, type Control } from '@geoarchive/frontend-shared/codes/ChoiceSelect.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { regionChoices, regionStanding } from './region-choices.ts';
import { useEntries } from './use-entries.ts';
import { regionOf } from './values.ts';

const none: never[] = [];
const own = (text: string) => (regionOf(text) === undefined ? [] : [text]);

/** Chooses regions of GB/T 2260 by name or code. The list is a file of its own, fetched when the form is shown. */
export const RegionSelect = (control: Control) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const today = dayOf(new Date());
  const { data: shipped = none, isPending } = useQuery({
    queryKey: ['regions'],
    queryFn: async () => regionList(await import('@geoarchive/assets/regions/gb2260.ts')).entries,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const entries = useEntries('regions', shipped);
  const choices = useMemo(() => regionChoices(entries, today, say), [entries, today, say]);
  const shown = (text: string): string => {
    const standing = regionStanding(entries, text, today);
    return standing === 'listed' || isPending ? text : t(`codes.${standing}`, { name: text });
  };
  return <ChoiceSelect {...control} several choices={choices} loading={isPending} say={shown} own={own} />;
};
