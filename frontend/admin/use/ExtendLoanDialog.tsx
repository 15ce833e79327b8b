import type { Loan } from '@geoarchive/contract/loans.ts';
import { loans } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { due: string; reason: string };

/** Gives a loan another day to be back, with the reason. */
export const ExtendLoanDialog = ({ of, onClose }: { of: Loan; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const write = useWrite(loans.extendLoan);
  const required = { required: true, message: t('form.required') };
  return (
    <Modal
      open
      title={t('use.extendLoan')}
      okText={t('use.extendLoan')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ due: of.due }}
        onFinish={(body) =>
          write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
        }
      >
        <Form.Item name="due" label={t('use.backOn')} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reason" label={t('use.reason')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
