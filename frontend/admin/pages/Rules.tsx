import { rules } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { releaseStartNames } from '@geoarchive/domain/release-rules.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import { receiverNames } from '@geoarchive/domain/supervision/routing.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Reference, RuleTable } from '../rules/RuleTable.tsx';
import { byRule } from '../rules/versions.ts';
import { useRuleWords } from '../rules/words.ts';

/** The rules by which due dates and receivers follow from the registers, and days of publication; and the steps that are settings. */
const Rules = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRuleWords();
  const query = useRead(rules.listRules);
  const today = dayOf(new Date());
  return (
    <Page title={t('nav.rules')} lead={t('rules.lead')}>
      <QueryView query={query}>
        {({ items, routing, release, steps }) => (
          <>
            <Panel title={t('rules.due')}>
              <RuleTable
                label={t('rules.due')}
                rows={byRule(items, today)}
                today={today}
                columns={[
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
              <RuleTable
                label={t('rules.routing')}
                rows={byRule(routing, today).toSorted((a, b) => a.counts.order - b.counts.order)}
                today={today}
                columns={[
                  {
                    key: 'when',
                    title: t('rules.condition'),
                    width: 280,
                    show: ({ counts }) => words.routing(counts.when),
                  },
                  {
                    key: 'to',
                    title: t('rules.to'),
                    width: 250,
                    show: ({ counts }) => say(receiverNames[counts.receiver]),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('rules.release')}>
              <p className="ga-soft">{t('rules.releaseLead')}</p>
              <RuleTable
                label={t('rules.release')}
                rows={byRule(release, today)}
                today={today}
                columns={[
                  {
                    key: 'sources',
                    title: t('rules.condition'),
                    width: 210,
                    show: ({ counts }) => counts.sources.map((one) => say(taskSourceNames[one])).join('、'),
                  },
                  {
                    key: 'counted',
                    title: t('rules.earliest'),
                    width: 150,
                    show: ({ counts }) => say(releaseStartNames[counts.counted]),
                  },
                  {
                    key: 'latest',
                    title: t('rules.latest'),
                    width: 170,
                    show: ({ counts }) => words.effect(counts.latest),
                  },
                ]}
              />
            </Panel>
            <Panel title={t('rules.steps')}>
              <p className="ga-soft">{t('rules.stepsLead')}</p>
              <Rows
                label={t('rules.steps')}
                rows={steps}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'name', title: t('rules.step'), width: 190, show: ({ name }) => say(name) },
                  {
                    key: 'measure',
                    title: t('rules.measure'),
                    width: 240,
                    show: ({ term, says }) => (term === undefined ? says && say(says) : words.effect(term)),
                  },
                  {
                    key: 'reference',
                    title: t('rules.reference'),
                    width: 330,
                    show: (step) => <Reference of={step} />,
                  },
                  {
                    key: 'settings',
                    title: t('rules.setting'),
                    show: ({ settings }) => <code>{settings.join(' ')}</code>,
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
