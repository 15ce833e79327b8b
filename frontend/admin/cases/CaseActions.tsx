import type { StaffCaseDetail } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { appealable } from '@geoarchive/domain/cases/kinds.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecideDialog } from './DecideDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { OpenCaseDialog } from './OpenCaseDialog.tsx';
import { RejectDialog } from './RejectDialog.tsx';

type Dialog = 'decide' | 'hand-over' | 'reject' | 'appeal';

/** What this person may do with a case now. */
export const CaseActions = ({ of }: { of: StaffCaseDetail }) => {
  const { t } = useTranslation();
  const person = usePerson();
  const assign = useWrite(cases.assignCase);
  const resume = useWrite(cases.resumeCase);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const params = { id: of.id };
  const open = !isEnded(of.state);
  const error = assign.error ?? resume.error;
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <Flex gap={8} wrap className="ga-notice">
        {of.moves.includes('decide') && (
          <Button type="primary" onClick={() => setDialog('decide')}>
            {t('cases.decide')}
          </Button>
        )}
        {open && of.assignee?.name !== person?.name && (
          <Button
            type={of.state === 'opened' ? 'primary' : 'default'}
            loading={assign.isPending}
            onClick={() => assign.mutate({ params, body: { to: 'me' }, ifMatch: of.version })}
          >
            {t('cases.take')}
          </Button>
        )}
        {open && <Button onClick={() => setDialog('hand-over')}>{t('cases.handOver')}</Button>}
        {of.moves.includes('resume') && (
          <Button loading={resume.isPending} onClick={() => resume.mutate({ params, ifMatch: of.version })}>
            {t('cases.resume')}
          </Button>
        )}
        {of.moves.includes('reject') && (
          <Button danger onClick={() => setDialog('reject')}>
            {t('cases.reject')}
          </Button>
        )}
        {of.state === 'decided' && appealable(of.kind) && (
          <Button onClick={() => setDialog('appeal')}>{t('cases.recordAppeal')}</Button>
        )}
      </Flex>
      {dialog === 'decide' && <DecideDialog of={of} onClose={close} />}
      {dialog === 'hand-over' && <HandOverDialog of={of} onClose={close} />}
      {dialog === 'reject' && <RejectDialog of={of} onClose={close} />}
      {dialog === 'appeal' && <OpenCaseDialog about={{ kind: 'case', id: of.id }} onClose={close} />}
    </>
  );
};
