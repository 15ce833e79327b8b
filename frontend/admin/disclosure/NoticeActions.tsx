import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { type NoticeAct, noticeActs } from '@geoarchive/contract/disclosure.ts';
import { disclosure } from '@geoarchive/contract/routes.ts';
import { publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectDialog } from './CorrectDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';

/** What may be done with a notice now, each with what it needs: a declaration, a reason, or nothing. */
export const NoticeActions = ({ of }: { of: StaffNotice }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [dialog, setDialog] = useState<NoticeAct | 'correct'>();
  const write = useWrite(disclosure.moveNotice);
  const close = () => setDialog(undefined);
  const acts = noticeActs.filter((act) => of.moves.includes(act));
  const move = (act: NoticeAct, reason?: string) =>
    write.mutateAsync({
      params: { id: of.id },
      body: { move: act, ...(reason === undefined ? {} : { reason }) },
      ifMatch: of.version,
    });
  if (acts.length === 0 && !of.mayCorrect)
    return of.state === 'proposed' ? <p className="ga-soft">{t('disclosure.waitsForSecond')}</p> : null;
  return (
    <>
      {dialog === undefined && write.error !== null && <ProblemAlert error={write.error} />}
      <Flex gap={12} wrap className="ga-notice">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === 'publish' ? 'primary' : 'default'}
            danger={act === 'withdraw' || act === 'refuse'}
            onClick={() => (act === 'resume' ? void move(act).catch(() => undefined) : setDialog(act))}
          >
            {say(publicNoticeLifecycle.moves[act].label)}
          </Button>
        ))}
        {of.mayCorrect && <Button onClick={() => setDialog('correct')}>{t('disclosure.correct')}</Button>}
      </Flex>
      {dialog === 'publish' && <PublishDialog of={of} onClose={close} />}
      {dialog === 'correct' && <CorrectDialog of={of} onClose={close} />}
      {dialog !== undefined && dialog !== 'publish' && dialog !== 'correct' && (
        <ReasonDialog
          title={say(publicNoticeLifecycle.moves[dialog].label)}
          lead={t(`disclosure.leads.${dialog}`)}
          label={t(dialog === 'lift' ? 'disclosure.publicReason' : 'disclosure.reason')}
          act={say(publicNoticeLifecycle.moves[dialog].label)}
          write={write}
          onAct={(reason) => move(dialog, reason)}
          onClose={close}
        />
      )}
    </>
  );
};
