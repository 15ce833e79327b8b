import { supervision } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import { groundNames } from '@geoarchive/domain/supervision/rules.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RuleState } from '../rules/RuleState.tsx';
import { byRule } from '../rules/versions.ts';
import { useRuleWords } from '../rules/words.ts';

/** The rules by which due dates and receivers follow from the registers. */
const Rules = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRuleWords();
  const query = useRead(supervision.listRules);
  const today = dayOf(new Date());
  return (
    <Page title={t('nav.rules')} lead={t('rules.lead')}>
      <QueryView query={query}>
        {({ items, routing }) => (
          <>
            <Panel title={t('rules.due')}>
              <Rows
                label={t('rules.due')}
                rows={byRule(items, today)}
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
                    show: ({ counts }) => (
                      <>
                        {say(counts.reference)}{' '}
                        <StateTag tone={counts.ground === 'law' ? 'good' : 'attention'}>
                          {say(groundNames[counts.ground])}
                        </StateTag>
                      </>
                    ),
                  },
                  {
                    key: 'occasion',
                    title: t('rules.condition'),
                    width: 210,
                    show: ({ counts }) =>
                      [
                        counts.sources.map((one) => say(taskSourceNames[one])).join('、'),
                        say(occasionNames[counts.occasion]),
                        words.when(counts.when),
                      ]
                        .filter((part) => part !== '')
                        .join('；'),
                  },
                  {
                    key: 'effect',
                    title: t('rules.effect'),
                    width: 170,
                    show: ({ counts }) => words.effect(counts.effect),
                  },
                  {
                    key: 'needs',
                    title: t('rules.needs'),
                    width: 150,
                    show: ({ counts }) => counts.needs.map((one) => say(dataKindNames[one])).join('、'),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('rules.routing')}>
              <p className="ga-soft">{t('rules.routingLead')}</p>
              <Rows
                label={t('rules.routing')}
                rows={routing}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'when', title: t('rules.condition'), show: ({ id }) => t(`rules.routes.${id}`) },
                  { key: 'to', title: t('rules.to'), show: ({ to }) => t(`rules.receivers.${to}`) },
                  {
                    key: 'reference',
                    title: t('rules.reference'),
                    show: ({ reference }) => say(reference),
                  },
                ]}
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Rules;
