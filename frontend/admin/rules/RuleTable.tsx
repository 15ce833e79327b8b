import { type Ground, groundNames } from '@geoarchive/domain/supervision/rule-version.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RuleState } from './RuleState.tsx';
import type { RuleVersions } from './versions.ts';

type Version = {
  id: string;
  version: number;
  name: Bilingual;
  from: string;
  to?: string | undefined;
  active: boolean;
  reference: Bilingual;
  ground: Ground;
};

/** What something rests on, and how sure that is. */
export const Reference = ({ of: { reference, ground } }: { of: Pick<Version, 'reference' | 'ground'> }) => {
  const { say } = useLanguage();
  return (
    <>
      {say(reference)}{' '}
      <StateTag tone={ground === 'law' ? 'good' : 'attention'}>{say(groundNames[ground])}</StateTag>
    </>
  );
};

type Props<R extends Version> = {
  label: string;
  rows: readonly RuleVersions<R>[];
  today: string;
  /** The columns that only this family has. */
  columns: ComponentProps<typeof Rows<RuleVersions<R>>>['columns'];
};

/** The rules of a family as they stand today; each leads to its versions. */
export const RuleTable = <R extends Version>({ label, rows, today, columns }: Props<R>) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <Rows<RuleVersions<R>>
      label={label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('rules.rule'),
          width: 190,
          show: ({ id, counts }) => <Link to={`/rules/${id}`}>{say(counts.name)}</Link>,
        },
        {
          key: 'state',
          title: t('rules.state'),
          width: 110,
          show: ({ counts, versions }) => (
            <>
              <RuleState of={counts} today={today} />{' '}
              <span className="ga-soft">
                {t('rules.versionOf', { version: counts.version, count: versions.length })}
              </span>
            </>
          ),
        },
        {
          key: 'reference',
          title: t('rules.reference'),
          width: 260,
          show: ({ counts }) => <Reference of={counts} />,
        },
        ...columns,
      ]}
    />
  );
};
