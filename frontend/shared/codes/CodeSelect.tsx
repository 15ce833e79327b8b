import type { CodeEntry } from '@geoarchive/domain/codes/entry.ts';
import { nameToStore, storedName } from '@geoarchive/domain/codes/stored-name.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { ChoiceSelect, type Control } from './ChoiceSelect.tsx';
import { choicesOf } from './choices.ts';

type Props = Control & {
  entries: readonly CodeEntry[];
  several?: boolean;
  required?: boolean;
  /** Characters of a text at most. */
  most: number;
};

const separators = /[,，、;；]/;

/** Chooses names of a code list. What is retired is not offered; what is stored already stays and says how it stands to the list. */
export const CodeSelect = ({ entries, most, several = false, ...control }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const today = dayOf(new Date());
  const choices = useMemo(() => choicesOf(entries, today, say), [entries, today, say]);
  const shown = (value: string): string => {
    const { name, standing } = storedName(entries, value, today);
    return standing === 'listed' ? say(name) : t(`codes.${standing}`, { name: say(name) });
  };
  const own = (text: string) =>
    (several ? text.split(separators) : [text])
      .map((part) => nameToStore(entries, part, today).slice(0, most))
      .filter(Boolean);
  return <ChoiceSelect {...control} several={several} choices={choices} say={shown} own={own} />;
};
