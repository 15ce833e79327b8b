import { bars } from '@geoarchive/contract/routes.ts';
import { barKindNames, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { partyOf, useEndText } from '../bars/columns.tsx';
import { LiftDialog } from '../bars/LiftDialog.tsx';
import { registerImporters } from '../roles.ts';

/** One bar: whom it bars, why, since when, and what keeps it in force. */
const Bar = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const end = useEndText();
  const { id = '' } = useParams();
  const roles = usePerson()?.roles ?? [];
  const query = useRead(bars.getBar, { params: { id } });
  const [lifting, setLifting] = useState(false);
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('nav.bars') : partyOf(found)}
      back={{ to: '/bars', label: t('nav.bars') }}
      lead={found && say(barLifecycle.states[found.state])}
      actions={
        found?.state === 'in-force' &&
        reaches(registerImporters, roles) && (
          <Button danger onClick={() => setLifting(true)}>
            {t('bars.lift')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <Panel title={t('bars.facts')}>
              <Facts
                items={[
                  { label: t('bars.kind'), value: say(barKindNames[of.kind]) },
                  {
                    label: t('bars.paper'),
                    value: <Link to={`/documents/${of.cause.number}`}>{of.cause.number}</Link>,
                  },
                  { label: t('bars.from'), value: day(of.from) },
                  {
                    label: t('bars.until'),
                    value: of.until === undefined ? t('bars.untilComplete') : day(of.until),
                  },
                  { label: t('bars.end'), value: end(of) || undefined },
                  { label: t('bars.liftedBy'), value: of.lifted && `${of.lifted.by}：${of.lifted.reason}` },
                  { label: t('publication.node'), value: of.node },
                ]}
              />
            </Panel>
            {of.tasks.length > 0 && (
              <Panel title={t('bars.tasks')}>
                <ul className="ga-rows">
                  {of.standing.map((task) => (
                    <li key={task.id}>
                      <Link to={`/tasks/${task.id}`}>{task.number}</Link> {task.name} · {day(task.due)} ·{' '}
                      {say(taskLifecycle.states[task.state])}
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {lifting && <LiftDialog of={of} onClose={() => setLifting(false)} />}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Bar;
