import type { OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

type Dialog = 'write' | 'withdraw' | 'appeal';

/** What the asker can do with a case now: answer or write, withdraw, appeal. */
export const OwnActions = ({ of }: { of: OwnCaseDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const write = useWrite(cases.writeOwnCase);
  const withdraw = useWrite(cases.withdrawOwnCase);
  const appeal = useWrite(cases.appealOwnCase);
  const [dialog, setDialog] = useState<Dialog>();
  const [files, setFiles] = useState<File[]>([]);
  const params = { id: of.id };
  const close = () => {
    setDialog(undefined);
    setFiles([]);
  };
  const send = useMutation({
    mutationFn: async (text: string) => {
      if (dialog === 'withdraw') return withdraw.mutateAsync({ params, body: { reason: text } });
      const body = { text, evidence: await sendEvidence(api, files) };
      return dialog === 'appeal' ? appeal.mutateAsync({ params, body }) : write.mutateAsync({ params, body });
    },
    onSuccess: ({ id }) => {
      close();
      if (id !== of.id) void navigate(`/cases/${id}`);
    },
  });
  const open = (which: Dialog) => {
    send.reset();
    setDialog(which);
  };
  const answer = of.can.includes('answer');
  return (
    <Flex gap={8} wrap>
      {(answer || of.can.includes('write')) && (
        <Button type={answer ? 'primary' : 'default'} onClick={() => open('write')}>
          {t(answer ? 'cases.answer' : 'cases.write')}
        </Button>
      )}
      {of.can.includes('appeal') && (
        <Button type="primary" onClick={() => open('appeal')}>
          {t('cases.appeal')}
        </Button>
      )}
      {of.can.includes('withdraw') && (
        <Button danger onClick={() => open('withdraw')}>
          {t('cases.withdraw')}
        </Button>
      )}
      {dialog !== undefined && (
        <TextDialog
          title={t(dialog === 'write' && answer ? 'cases.answer' : `cases.${dialog}`)}
          label={t(`cases.textOf.${dialog}`)}
          danger={dialog === 'withdraw'}
          error={send.error}
          busy={send.isPending}
          onClose={close}
          onSend={(text) => send.mutateAsync(text)}
        >
          {dialog !== 'withdraw' && <EvidenceInput files={files} onChange={setFiles} />}
        </TextDialog>
      )}
    </Flex>
  );
};
