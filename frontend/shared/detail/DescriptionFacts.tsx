import type { Description } from '@geoarchive/contract/shared.ts';
import { dataClassName } from '@geoarchive/domain/codes/data-classes.ts';
import type { CodeEntry } from '@geoarchive/domain/codes/entry.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { languages, workDegrees } from '@geoarchive/domain/codes/small-lists.ts';
import { storedName } from '@geoarchive/domain/codes/stored-name.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useTranslation } from 'react-i18next';
import { dataKindNames } from '../codes/names.ts';
import { formatBox } from '../format/coordinates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { type Fact, Facts } from './Facts.tsx';

const joined = (items: readonly string[]): string | undefined =>
  items.length === 0 ? undefined : items.join('、');

/** What describes a dossier (著录), with further facts around it. */
export const DescriptionFacts = ({
  of,
  before = [],
  after = [],
}: {
  of: Description;
  before?: readonly Fact[];
  after?: readonly Fact[];
}) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  // What is stored are Chinese names; those of a list are said in the reader's language.
  const called = (entries: readonly CodeEntry[], stored: string) =>
    say(storedName(entries, stored, dayOf(new Date())).name);
  return (
    <Facts
      items={[
        ...before,
        { label: t('description.dataKind'), value: say(dataKindNames[of.dataKind]) },
        { label: t('description.dataClass'), value: say(dataClassName(of.dataClass)) },
        { label: t('description.producer'), value: of.producer },
        { label: t('description.authors'), value: joined(of.authors) },
        { label: t('description.formedOn'), value: of.formedOn === undefined ? undefined : day(of.formedOn) },
        { label: t('description.keywords'), value: joined(of.keywords) },
        {
          label: t('description.minerals'),
          value: joined(of.minerals.map((one) => called(minerals.entries, one))),
        },
        {
          label: t('description.workDegree'),
          value: of.workDegree && called(workDegrees.entries, of.workDegree),
        },
        {
          label: t('description.regions'),
          value: joined(of.regions.map(({ code, name }) => `${name}（${code}）`)),
        },
        { label: t('description.bbox'), value: of.bbox === undefined ? undefined : formatBox(of.bbox) },
        { label: t('description.sheets'), value: joined(of.sheets) },
        { label: t('description.language'), value: called(languages.entries, of.language) },
        ...after,
        { label: t('description.abstract'), value: of.abstract },
      ]}
    />
  );
};
