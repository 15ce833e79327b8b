import type { archive } from '@geoarchive/contract/routes.ts';
import { mineralClassName } from '@geoarchive/domain/codes/mineral-class-of.ts';
import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { isDay } from '@geoarchive/domain/dates.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { countedStates } from '@geoarchive/domain/supervision/tally.ts';
import type { CallInput } from '@geoarchive/frontend-shared/api/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

export type AskedTasks = CallInput<typeof archive.listAllTasks>;

/** The one value of a name in the address, if it is one of these. */
const oneOf = <T extends string>(params: URLSearchParams, name: string, values: readonly T[]) => {
  const [value, ...others] = params.getAll(name);
  return others.length === 0 ? values.find((one) => one === value) : undefined;
};
const dayIn = (params: URLSearchParams, name: string): string | undefined => {
  const value = params.get(name) ?? '';
  return isDay(value) ? value : undefined;
};

/**
 * What the address asks the list of tasks for, as figures lead to it: archive, days, state, source, mineral, organisation. Asked of the server, so that of
 * hundreds of thousands only those come; `words` says in words that the list is not the whole one.
 */
export const useAsked = (): { asked: AskedTasks; words: string | undefined } => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { nodes } = useConfig();
  const [params] = useSearchParams();
  return useMemo(() => {
    const [state, source] = [oneOf(params, 'state', countedStates), oneOf(params, 'source', taskSources)];
    const mineral = oneOf(params, 'mineral', [...mineralClasses, 'none'] as const);
    const organisation = params.get('organisation') ?? undefined;
    const [dueFrom, dueTo] = [dayIn(params, 'from'), dayIn(params, 'to')];
    const node = params.get('node') ?? undefined;
    const name = nodes.find(({ code }) => code === node)?.name;
    const days =
      dueFrom === undefined
        ? dueTo === undefined
          ? ''
          : t('cockpit.daysTo', { to: day(dueTo) })
        : dueTo === undefined
          ? t('cockpit.daysFrom', { from: day(dueFrom) })
          : t('cockpit.days', { from: day(dueFrom), to: day(dueTo) });
    const parts = [
      ...(mineral === undefined
        ? []
        : [mineral === 'none' ? t('cockpit.noMineral') : say(mineralClassName(mineral))]),
      ...(organisation === undefined ? [] : [organisation]),
    ];
    const narrowed = node !== undefined || days !== '' || parts.length > 0;
    return {
      asked: {
        query: {
          ...(state === undefined ? {} : { state }),
          ...(source === undefined ? {} : { source }),
          ...(mineral === undefined ? {} : { mineral }),
          ...(organisation === undefined ? {} : { organisation }),
          ...(dueFrom === undefined ? {} : { dueFrom }),
          ...(dueTo === undefined ? {} : { dueTo }),
          ...(node === undefined ? {} : { node }),
        },
      },
      words: narrowed
        ? t('cockpit.listOf', {
            node: [name === undefined ? node : say(name), ...parts].filter(Boolean).join('、'),
            days,
          })
        : undefined,
    };
  }, [params, nodes, t, say, day]);
};
