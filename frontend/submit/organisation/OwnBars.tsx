import type { Bar } from '@geoarchive/contract/bar-parts.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { barArticles, barEndNames, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A bar in force: what it is, and what ends it. */
const InForce = ({ of }: { of: Bar }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const article = say(barArticles[of.kind]);
  return (
    <Alert
      type="error"
      showIcon
      className="ga-notice"
      title={
        of.until === undefined
          ? t('legal.barred', { from: day(of.from), article, paper: of.cause.number })
          : t('legal.barredUntil', {
              ...{ from: day(of.from), until: day(of.until), article, paper: of.cause.number },
            })
      }
      description={
        of.tasks.length > 0 && (
          <>
            <p>{t('legal.barEndsWith')}</p>
            <ul className="ga-plain-list">
              {of.tasks.map((task) => (
                <li key={task.id}>
                  <Link to={`/tasks/${task.id}`}>{task.number}</Link> · {day(task.due)}
                </li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
};

/** The bars of the own organisation: those in force first, then those that ended. Nothing where there never was one. */
export const OwnBars = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const query = useRead(intake.listOwnBars, { query: { limit: 100 } });
  return (
    <QueryView query={query} rows={1}>
      {({ items }) => {
        const over = items.filter(({ ended }) => ended !== undefined);
        return (
          <>
            {items
              .filter(({ ended }) => ended === undefined)
              .map((of) => (
                <InForce key={of.id} of={of} />
              ))}
            {over.length > 0 && (
              <Panel title={t('legal.barsOver')}>
                <ul className="ga-plain-list">
                  {over.map(({ id, state, from, cause, ended }) => (
                    <li key={id}>
                      {cause.number} · {day(from)} – {day(ended?.on ?? from)} ·{' '}
                      {ended === undefined || ended.reason === 'lifted'
                        ? say(barLifecycle.states[state])
                        : say(barEndNames[ended.reason])}
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </>
        );
      }}
    </QueryView>
  );
};
