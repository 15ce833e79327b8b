import { evaluation } from '@geoarchive/contract/routes.ts';
import { evaluationLifecycle, periodName } from '@geoarchive/domain/reporting/evaluation.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { dueYear } from '../reports/words.ts';
import { evaluators } from '../roles.ts';

const parts = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];

/** Lets the ministry evaluate a period. */
const Begin = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [period, setPeriod] = useState(String(dueYear()));
  const begin = useWrite(evaluation.beginEvaluation);
  const years = [0, 1, 2].map((before) => dueYear() + 1 - before);
  return (
    <>
      {begin.error !== null && <ProblemAlert error={begin.error} />}
      <Flex gap={8} wrap className="ga-notice">
        <Select
          aria-label={t('evaluation.period')}
          value={period}
          onChange={setPeriod}
          popupMatchSelectWidth={false}
          options={years.flatMap((year) =>
            parts.map((part) => ({ value: `${year}${part}`, label: say(periodName(`${year}${part}`)) })),
          )}
        />
        <Button
          type="primary"
          loading={begin.isPending}
          onClick={() =>
            begin
              .mutateAsync({ body: { period } })
              .then(({ id }) => navigate(`/evaluations/${id}`))
              .catch(() => undefined)
          }
        >
          {t('evaluation.begin')}
        </Button>
      </Flex>
    </>
  );
};

/** The evaluations (评估通报) of all units, newest period first. */
const Evaluations = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const query = useRead(evaluation.listEvaluations);
  const begins = reaches(evaluators, usePerson()?.roles ?? []);
  return (
    <Page title={t('nav.evaluations')} lead={t('evaluation.lead')}>
      {begins && <Begin />}
      <QueryView query={query}>
        {({ items }) => (
          <Panel title={t('evaluation.list')}>
            {items.length === 0 ? (
              <p className="ga-soft">{t('evaluation.empty')}</p>
            ) : (
              <Rows
                label={t('evaluation.list')}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('evaluation.period'),
                    show: ({ id, title }) => <Link to={`/evaluations/${id}`}>{say(title)}</Link>,
                  },
                  {
                    key: 'state',
                    title: t('reporting.state'),
                    show: ({ state }) => (
                      <StateTag tone={state === 'draft' ? 'neutral' : 'good'}>
                        {say(evaluationLifecycle.states[state])}
                      </StateTag>
                    ),
                    width: 140,
                  },
                  {
                    key: 'at',
                    title: t('evaluation.circulatedAt'),
                    show: ({ circulatedAt }) => (circulatedAt === undefined ? '—' : time(circulatedAt)),
                    width: 190,
                  },
                ]}
              />
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
};
export default Evaluations;
