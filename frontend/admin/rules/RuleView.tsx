import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Ground, groundNames } from '@geoarchive/domain/supervision/rule-version.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { type Fact, Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { type ComponentProps, type ComponentType, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleEditors } from '../roles.ts';
import { RuleState } from './RuleState.tsx';
import type { RuleVersions } from './versions.ts';
import { useRuleWords } from './words.ts';

type Version = {
  id: string;
  version: number;
  from: string;
  to?: string | undefined;
  active: boolean;
  reference: Bilingual;
  ground: Ground;
  edited?: { by: string; at: string; reason: string } | undefined;
};
type Props<R extends Version> = {
  of: RuleVersions<R>;
  /** What else comes with the system, and the columns that only this family has. */
  facts: readonly Fact[];
  columns: ComponentProps<typeof Rows<R>>['columns'];
  Editor: ComponentType<{ of: R; onPublished: (rule: R) => void }>;
  /** What is said of a version that was just published. */
  published: (version: number) => ReactNode;
};

/** One rule of whatever family: what of it is given, its versions, and for the ministry the next one. */
export const RuleView = <R extends Version>({
  of: { counts, versions },
  facts,
  columns,
  Editor,
  published,
}: Props<R>) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const words = useRuleWords();
  const today = dayOf(new Date());
  const edits = reaches(ruleEditors, usePerson()?.roles ?? []);
  const [latest] = versions;
  const [added, setAdded] = useState<R>();
  return (
    <>
      {added !== undefined && <div key={`published-${added.version}`}>{published(added.version)}</div>}
      <Panel title={t('rules.fixed')}>
        <Facts
          items={[
            { label: t('rules.id'), value: <code>{counts.id}</code> },
            ...facts,
            { label: t('rules.ground'), value: say(groundNames[counts.ground]) },
          ]}
        />
      </Panel>
      <Panel title={t('rules.versions')}>
        <Rows<R>
          label={t('rules.versions')}
          rows={versions}
          rowKey={({ version }) => String(version)}
          columns={[
            { key: 'version', title: t('rules.version'), show: ({ version }) => version, width: 60 },
            {
              key: 'state',
              title: t('rules.state'),
              show: (row) =>
                row === counts || row.version > counts.version ? (
                  <RuleState of={row} today={today} />
                ) : (
                  t('rules.states.replaced')
                ),
              width: 100,
            },
            { key: 'span', title: t('rules.span'), show: words.span, width: 200 },
            ...columns,
            {
              key: 'reference',
              title: t('rules.reference'),
              show: ({ reference }) => say(reference),
              width: 240,
            },
            {
              key: 'edited',
              title: t('rules.edited'),
              show: ({ edited }) =>
                edited === undefined
                  ? t('rules.shipped')
                  : `${time(edited.at)} · ${edited.by} · ${edited.reason}`,
              width: 240,
            },
          ]}
        />
      </Panel>
      {edits && latest !== undefined && (
        <Editor key={`editor-${latest.version}`} of={latest} onPublished={setAdded} />
      )}
    </>
  );
};
