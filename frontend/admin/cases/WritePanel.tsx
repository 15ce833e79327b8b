import type { StaffCaseDetail } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attach, mostAttached } from './attach.ts';

/** Writes to the asker, asks back (which stops the clock), or keeps a note that never leaves the archive. */
export const WritePanel = ({ of }: { of: StaffCaseDetail }) => {
  const { t } = useTranslation();
  const id = useId();
  const write = useWrite(cases.writeCaseMessage);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const api = useApi();
  const { organisation, visitor, person } = of.asker;
  const outside = organisation !== undefined || visitor === true || person !== undefined;
  const sending = useMutation({
    mutationFn: async (as: 'message' | 'ask' | 'note') =>
      write.mutateAsync({
        params: { id: of.id },
        body: { text, as, evidence: await attach(api, of.id, files) },
        // Words are added whatever happened meanwhile; asking back is a move, made on what is seen.
        ...(as === 'ask' ? { ifMatch: of.version } : {}),
      }),
    onSuccess: () => {
      setText('');
      setFiles([]);
    },
  });
  const send = sending.mutate;
  const rest = { disabled: text.trim() === '' || sending.isPending };
  return (
    <>
      {sending.error !== null && <ProblemAlert error={sending.error} />}
      <label htmlFor={id} className="ga-label">
        {t('cases.write')}
      </label>
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={limits.messageLength}
        value={text}
        // What is being sent stands still: something typed meanwhile would be cleared with it.
        readOnly={sending.isPending}
        onChange={(event) => setText(event.target.value)}
      />
      {!sending.isPending && <EvidenceInput files={files} onChange={setFiles} most={mostAttached} />}
      <Flex gap={8} wrap style={{ marginTop: 10 }}>
        {outside && (
          <Button {...rest} onClick={() => send('message')}>
            {t('cases.sendMessage')}
          </Button>
        )}
        {outside && of.moves.includes('ask') && (
          <Button {...rest} onClick={() => send('ask')}>
            {t('cases.askBack')}
          </Button>
        )}
        <Button {...rest} onClick={() => send('note')}>
          {t('cases.keepNote')}
        </Button>
      </Flex>
    </>
  );
};
