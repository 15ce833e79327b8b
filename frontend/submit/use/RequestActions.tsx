import type { OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import { service } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What the asker can do with a request now: answer or write, with papers; withdraw. */
export const RequestActions = ({ of }: { of: OwnCaseDetail }) => {
  const { t } = useTranslation();
  const api = useApi();
  const write = useWrite(service.writeOwnUseRequest);
  const withdraw = useWrite(service.withdrawOwnUseRequest);
  const [dialog, setDialog] = useState<'write' | 'withdraw'>();
  const [files, setFiles] = useState<File[]>([]);
  const params = { id: of.id };
  const answer = of.can.includes('answer');
  const close = () => {
    setDialog(undefined);
    setFiles([]);
  };
  const send = useMutation({
    mutationFn: async (text: string) => {
      if (dialog === 'withdraw') return withdraw.mutateAsync({ params, body: { reason: text } });
      const evidence = await sendEvidence(api, files, service.signUseEvidence);
      return write.mutateAsync({ params, body: { text, evidence } });
    },
    onSuccess: close,
  });
  const open = (which: 'write' | 'withdraw') => {
    send.reset();
    setDialog(which);
  };
  return (
    <Flex gap={8} wrap>
      {(answer || of.can.includes('write')) && (
        <Button type={answer ? 'primary' : 'default'} onClick={() => open('write')}>
          {t(answer ? 'cases.answer' : 'cases.write')}
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
          {dialog === 'write' && <EvidenceInput files={files} onChange={setFiles} />}
        </TextDialog>
      )}
    </Flex>
  );
};
