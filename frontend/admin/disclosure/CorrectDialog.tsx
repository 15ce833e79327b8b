import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { disclosure } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

type Values = { what: string; text: string; organisationName: string; without: string[] };

/** Proposes a correction: what was wrong, and how the notice should read. It replaces the notice once somebody else publishes it. */
export const CorrectDialog = ({ of, onClose }: { of: StaffNotice; onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const write = useWrite(disclosure.correctNotice);
  const send = async ({ organisationName, ...values }: Values) => {
    const named = organisationName.trim();
    const body = { ...values, ...(named === '' ? {} : { organisationName: named }) };
    const made = await write.mutateAsync({ params: { id: of.id }, body, ifMatch: of.version });
    void navigate(`/public-notices/${made.id}`);
    onClose();
  };
  return (
    <Modal
      open
      title={t('disclosure.correct')}
      okText={t('disclosure.proposeCorrection')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('disclosure.correctLead')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ what: '', text: of.text, organisationName: of.organisationName ?? '', without: [] }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item
          name="what"
          label={t('disclosure.what')}
          extra={t('disclosure.whatHint')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="organisationName" label={t('disclosure.partyName')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="text" label={t('disclosure.text')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Form.Item name="without" label={t('disclosure.without')} extra={t('disclosure.withoutHint')}>
          <Select
            mode="multiple"
            options={of.items.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
};
