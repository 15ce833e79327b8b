import { service } from '@geoarchive/contract/routes.ts';
import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import { paymentCodes, payments } from '@geoarchive/domain/service/prices.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { on: string; how: (typeof paymentCodes)[number]; reference?: string };

/** Notes a payment: its receipt is issued with it. */
export const PaymentDialog = ({ of, onClose }: { of: UseRequestDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(service.notePayment);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('quote.pay')}
      okText={t('quote.pay')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={(body) =>
          write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
        }
      >
        <Form.Item name="on" label={t('quote.on')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="how" label={t('quote.how')} rules={required}>
          <Select options={paymentCodes.map((value) => ({ value, label: say(payments[value]) }))} />
        </Form.Item>
        <Form.Item name="reference" label={t('quote.reference')}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
