import { unanswered } from '@geoarchive/domain/custody/inspection.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { toProblem } from '@geoarchive/frontend-shared/problem/problem.ts';
import { Alert, Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Conflict } from '../custody/offline/Conflict.tsx';
import { Items } from '../custody/offline/Items.tsx';
import { KeptFindings } from '../custody/offline/KeptFindings.tsx';
import { isOver } from '../custody/offline/kept.ts';
import { type Checklist, useChecklist } from '../custody/offline/use-checklist.ts';
import { useOnline } from '../custody/offline/use-online.ts';

/** Whether there is a network, and whether everything noted here is on the server. */
const Standing = ({ of: { kept, ready, offline } }: { of: Checklist }) => {
  const { t } = useTranslation();
  const what = offline ? 'offline' : kept?.changed === true ? 'toSync' : 'inSync';
  return (
    <Alert
      type={what === 'inSync' ? 'success' : what === 'offline' ? 'warning' : 'info'}
      showIcon
      role="status"
      className="ga-notice"
      title={t(`custody.device.${what}`)}
      description={
        !offline && ready !== undefined && t(ready ? 'custody.device.ready' : 'custody.device.notReady')
      }
    />
  );
};

/** The checklist of an inspection, filled in on a tablet, also without network, and synchronised later. */
const InspectionChecklist = () => {
  const { t } = useTranslation();
  const go = useNavigate();
  const online = useOnline();
  const { id = '' } = useParams();
  const checklist = useChecklist(id);
  const { kept, failed, troubles, theirs, syncing, change, addPhoto, settle } = checklist;
  const open = kept === undefined ? 0 : unanswered(kept.inspection.items, kept.results.answers).length;
  const send = (complete: boolean) =>
    syncing.mutate(complete, {
      onSuccess: () => complete && void go(`/custody/inspections/${id}`),
    });
  const completing = syncing.isPending && syncing.variables === true;
  const over = theirs !== undefined && isOver(theirs);
  const busy = { loading: syncing.isPending, disabled: !online || theirs !== undefined };
  return (
    <Page
      title={
        kept === undefined
          ? t('custody.checklist')
          : t('custody.checklistOf', { number: kept.inspection.number })
      }
      lead={kept?.inspection.title}
      back={{ to: `/custody/inspections/${id}`, label: t('custody.inspection') }}
      actions={
        kept?.inspection.mayInspect === true && (
          <>
            <Button {...busy} onClick={() => send(false)}>
              {t('custody.sync')}
            </Button>
            <Button type="primary" {...busy} disabled={busy.disabled || open > 0} onClick={() => send(true)}>
              {t('custody.complete')}
            </Button>
          </>
        )
      }
    >
      {failed !== undefined && <ProblemAlert error={failed} />}
      {kept === undefined ? (
        failed === undefined && <Spin />
      ) : (
        <>
          <Standing of={checklist} />
          {theirs !== undefined && (
            <Conflict mine={kept} theirs={theirs} onSettle={(mine) => void settle(mine)} />
          )}
          {troubles.unstored && (
            <Alert
              type="error"
              showIcon
              role="alert"
              className="ga-notice"
              title={t('custody.device.unstored')}
            />
          )}
          {troubles.badPhoto && (
            <Alert
              type="error"
              showIcon
              role="alert"
              className="ga-notice"
              title={t('custody.device.badPhoto')}
            />
          )}
          {syncing.error !== null && theirs === undefined && toProblem(syncing.error).type !== 'stale' && (
            <ProblemAlert error={syncing.error} />
          )}
          <fieldset disabled={completing || over || !kept.inspection.mayInspect} className="ga-bare">
            <Items of={kept} change={change} />
            <KeptFindings of={kept} change={change} addPhoto={addPhoto} />
          </fieldset>
          {open > 0 && <p className="ga-soft">{t('custody.stillOpen', { count: open })}</p>}
        </>
      )}
    </Page>
  );
};
export default InspectionChecklist;
