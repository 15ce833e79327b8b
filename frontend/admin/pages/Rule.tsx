import { supervision } from '@geoarchive/contract/routes.ts';
import type { EditedRule } from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import { groundNames } from '@geoarchive/domain/supervision/rules.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ruleEditors } from '../roles.ts';
import { Recompute } from '../rules/Recompute.tsx';
import { RuleEditor } from '../rules/RuleEditor.tsx';
import { RuleState } from '../rules/RuleState.tsx';
import { byRule, type RuleVersions } from '../rules/versions.ts';
import { useRuleWords } from '../rules/words.ts';

const Content = ({ of: { counts, versions } }: { of: RuleVersions }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const words = useRuleWords();
  const today = dayOf(new Date());
  const edits = reaches(ruleEditors, usePerson()?.roles ?? []);
  const [latest] = versions;
  const [published, setPublished] = useState<EditedRule>();
  return (
    <>
      {published !== undefined && (
        <Recompute key={`recompute-${published.version}`} version={published.version} />
      )}
      <Panel title={t('rules.fixed')}>
        <Facts
          items={[
            { label: t('rules.id'), value: <code>{counts.id}</code> },
            {
              label: t('registers.kind'),
              value: counts.sources.map((one) => say(taskSourceNames[one])).join('、'),
            },
            { label: t('rules.occasion'), value: say(occasionNames[counts.occasion]) },
            { label: t('rules.ground'), value: say(groundNames[counts.ground]) },
          ]}
        />
      </Panel>
      <Panel title={t('rules.versions')}>
        <Rows<EditedRule>
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
            {
              key: 'effect',
              title: t('rules.effect'),
              show: ({ effect }) => words.effect(effect),
              width: 170,
            },
            { key: 'when', title: t('rules.when'), show: ({ when }) => words.when(when), width: 150 },
            {
              key: 'needs',
              title: t('rules.needs'),
              show: ({ needs }) => needs.map((one) => say(dataKindNames[one])).join('、'),
              width: 150,
            },
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
        <RuleEditor key={`editor-${latest.version}`} of={latest} onPublished={setPublished} />
      )}
    </>
  );
};

/** One rule: what of it is given, its versions, and for the ministry the next one. */
const Rule = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(supervision.listRules);
  const found = byRule(query.data?.items ?? [], dayOf(new Date())).find((one) => one.id === id);
  return (
    <Page
      title={found === undefined ? t('rules.rule') : say(found.counts.name)}
      back={{ to: '/rules', label: t('nav.rules') }}
    >
      <QueryView query={query}>
        {() => (found === undefined ? <Empty title={t('rules.unknown')} /> : <Content of={found} />)}
      </QueryView>
    </Page>
  );
};
export default Rule;
