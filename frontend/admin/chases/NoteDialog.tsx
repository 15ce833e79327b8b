import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import {
  type ServiceChannel,
  serviceChannelCodes,
  serviceChannels,
} from '@geoarchive/domain/supervision/chase.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

export type NoteKind = 'service' | 'reply';
type Values = { channel: ServiceChannel; on: string; note: string; text: string };
type Props = { of: ChaseDetail; paper: string; kind: NoteKind; onClose: () => void };

/** Records of a paper how it was served, or what the party answered. */
export const NoteDialog = ({ of, paper, kind, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const serve = useWrite(chases.recordService);
  const reply = useWrite(chases.recordReply);
  const error = serve.error ?? reply.error;
  const required = [{ required: true, message: t('chases.required') }];
  const send = ({ channel, on, note, text }: Values) => {
    const to = { params: { id: of.id, number: paper }, ifMatch: of.version };
    if (kind === 'service') serve.mutate({ ...to, body: { channel, on, note } }, { onSuccess: onClose });
    else reply.mutate({ ...to, body: { on, text } }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={`${t(`chases.note.${kind}`)} ${paper}`}
      okText={t('chases.record')}
      cancelText={t('action.cancel')}
      confirmLoading={serve.isPending || reply.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {error !== null && <ProblemAlert error={error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ channel: 'post', on: dayOf(new Date()), note: '', text: '' }}
        onFinish={send}
      >
        <Form.Item<Values> name="on" label={t(`chases.noteOn.${kind}`)} rules={required}>
          <Input type="date" />
        </Form.Item>
        {kind === 'service' ? (
          <>
            <Form.Item<Values> name="channel" label={t('chases.channel')}>
              <Select
                options={serviceChannelCodes.map((value) => ({ value, label: say(serviceChannels[value]) }))}
              />
            </Form.Item>
            <Form.Item<Values> name="note" label={t('chases.serviceNote')}>
              <Input maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <Form.Item<Values> name="text" label={t('chases.replyText')} rules={required}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};
