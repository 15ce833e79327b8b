import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { chaseStepName, chaseTracks } from '@geoarchive/domain/supervision/chase.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { taskStateNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ChaseStateTag } from '../chases/ChaseStateTag.tsx';
import { StepDialog } from '../chases/StepDialog.tsx';
import { Steps } from '../chases/Steps.tsx';

const Actions = ({ of }: { of: ChaseDetail }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [dialog, setDialog] = useState<'step' | 'drop'>();
  const drop = useWrite(chases.dropChase);
  const close = () => setDialog(undefined);
  if (!of.mayChase) return null;
  return (
    <>
      <Flex gap={12} align="center" wrap className="ga-notice">
        {of.next !== undefined && (
          <Button type="primary" disabled={of.hindrance !== undefined} onClick={() => setDialog('step')}>
            {say(chaseStepName(of.next))}
          </Button>
        )}
        <Button danger onClick={() => setDialog('drop')}>
          {t('chases.drop')}
        </Button>
        {of.hindrance !== undefined && <span className="ga-soft">{say(of.hindrance)}</span>}
      </Flex>
      {dialog === 'step' && of.next !== undefined && <StepDialog of={of} step={of.next} onClose={close} />}
      {dialog === 'drop' && (
        <TextDialog
          title={t('chases.drop')}
          label={t('chases.dropReason')}
          danger
          error={drop.error}
          busy={drop.isPending}
          onClose={close}
          onSend={(reason) =>
            drop.mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version }).then(close)
          }
        />
      )}
    </>
  );
};

const Content = ({ of }: { of: ChaseDetail }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  return (
    <>
      <Actions of={of} />
      <Panel title={t('chases.facts')}>
        <Facts
          items={[
            { label: t('chases.track'), value: say(chaseTracks[of.track]) },
            { label: t('chases.party'), value: of.organisationName },
            { label: t('chases.partyCode'), value: of.organisation },
            { label: t('publication.node'), value: of.node },
            { label: t('chases.opened'), value: time(of.openedAt) },
            {
              label: t('chases.ended'),
              value:
                of.ended &&
                [time(of.ended.at), of.ended.by, of.ended.reason].filter((part) => part).join(' · '),
            },
          ]}
        />
      </Panel>
      <Panel title={t('chases.steps')}>
        <Steps of={of} />
      </Panel>
      <Panel title={t('chases.tasks')}>
        <p className="ga-soft">{t('chases.tasksHint')}</p>
        <Rows
          label={t('chases.tasks')}
          rows={of.tasks}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: t('tasks.number'),
              show: ({ id, number }) => <Link to={`/tasks/${id}`}>{number}</Link>,
            },
            { key: 'name', title: t('tasks.name'), show: ({ name }) => name },
            { key: 'due', title: t('tasks.due'), width: 130, show: ({ due }) => day(due) },
            {
              key: 'state',
              title: t('tasks.state'),
              width: 120,
              show: ({ state }) => say(taskStateNames[state]),
            },
          ]}
        />
      </Panel>
    </>
  );
};

/** One chase: its steps with their papers, its tasks as they stand, what can be done next. */
const Chase = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(chases.getChase, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={t('chases.of', { party: found?.organisationName ?? found?.organisation ?? '' })}
      back={{ to: '/chases', label: t('nav.chases') }}
      lead={found && <ChaseStateTag of={found.state} />}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Chase;
