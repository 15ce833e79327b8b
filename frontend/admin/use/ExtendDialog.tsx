import { service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { useLimits } from '@geoarchive/domain/service/codes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { days: number; reads: number; reason: string };

/** Gives a grant more days, more reads, or both, with the reason. */
export const ExtendDialog = ({ of, onClose }: { of: GrantDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const write = useWrite(service.extendGrant);
  const required = { required: true, message: t('form.required') };
  return (
    <Modal
      open
      title={t('use.extend')}
      okText={t('use.extend')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ days: 0, reads: 0 }}
        onFinish={(body) =>
          write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
        }
      >
        <Form.Item name="days" label={t('use.moreDays')} rules={[required]}>
          <InputNumber min={0} max={useLimits.longestDays} precision={0} />
        </Form.Item>
        <Form.Item name="reads" label={t('use.moreReads')} rules={[required]}>
          <InputNumber min={0} max={useLimits.mostReads} precision={0} />
        </Form.Item>
        <Form.Item name="reason" label={t('use.reason')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
