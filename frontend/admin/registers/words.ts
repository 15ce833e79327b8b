import { happening, holding, term } from '@geoarchive/contract/supervision-parts.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import {
  type Funding,
  fundingLevels,
  fundingNames,
  type Happening,
  type Holding,
  happeningNames,
  registerFields,
  type Term,
} from '@geoarchive/domain/supervision/register.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';

const mineralNames = new Map(minerals.entries.map(({ slug, name }) => [slug, name]));
export type Field = (typeof registerFields)[number];
export const isField = (name: string): name is Field => registerFields.some((one) => one === name);
const isFunding = (text: string): text is Funding => fundingLevels.some((one) => one === text);

const listed = <T>(item: z.ZodType<T>, text: string): T[] | undefined => {
  try {
    return z.array(item).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** How what a register says is put in words. */
export const useRegisterWords = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useMemo(
    () => ({
      term: ({ from, to, rightTo, retention }: Omit<Term, 'id'>) =>
        [
          t('registers.term', { from, to: to ?? '—' }),
          ...(rightTo === undefined ? [] : [t('registers.rightTo', { to: rightTo })]),
          ...(retention === true ? [t('registers.retention')] : []),
        ].join(' · '),
      happening: ({ kind, on, note }: Omit<Happening, 'id'>) =>
        [say(happeningNames[kind]), on, note ?? ''].filter((part) => part !== '').join(' '),
      holding: ({ from, organisation, name }: Holding) =>
        t('registers.holding', {
          who: name === undefined ? organisation : `${name}（${organisation}）`,
          from,
        }),
      mineral: (slug: string) => {
        const name = mineralNames.get(slug);
        return name === undefined ? slug : say(name);
      },
      region: (code: string) => {
        const name = provinces[`${code.slice(0, 2)}0000`];
        return name === undefined ? code : `${say(name)}（${code}）`;
      },
      yes: (value: boolean) => t(value ? 'registers.yes' : 'registers.no'),
    }),
    [t, say],
  );
  /** A field as the API tells it in a difference: lists come as JSON. */
  const value = useCallback(
    (field: string, text: string): string => {
      const asList: Partial<Record<string, () => string[] | undefined>> = {
        terms: () => listed(term, text)?.map(words.term),
        happenings: () => listed(happening, text)?.map(words.happening),
        holders: () => listed(holding, text)?.map(words.holding),
        minerals: () => listed(z.string(), text)?.map(words.mineral),
        regions: () => listed(z.string(), text)?.map(words.region),
        area: () => listed(z.array(z.string()), text)?.map((block) => block.join('; ')),
        funding: () => (isFunding(text) ? [say(fundingNames[text])] : undefined),
        marine: () => [words.yes(text === 'true')],
      };
      const said = asList[field]?.();
      return said === undefined ? text : said.length === 0 ? '—' : said.join('；');
    },
    [words, say],
  );
  const fieldName = useCallback(
    (field: string): string => (isField(field) ? t(`registers.fields.${field}`) : field),
    [t],
  );
  return { ...words, value, fieldName };
};
