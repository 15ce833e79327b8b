import { loans } from '@geoarchive/contract/routes.ts';
import {
  type AskerKind,
  askerKindCodes,
  askerKinds,
  type Purpose,
  purposeCodes,
  purposes,
} from '@geoarchive/domain/service/codes.ts';
import { type LoanKind, loanKindCodes, loanKinds } from '@geoarchive/domain/service/loan.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = {
  kind: LoanKind;
  mark: string;
  title: string;
  borrower: string;
  unit?: string;
  contact?: string;
  purpose: Purpose;
  askerKind: AskerKind;
  due: string;
  condition?: string;
};

/** Lends paper or core: what, to whom, what for, until when, in which condition. */
export const LendDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(loans.lend);
  const rules = [{ required: true, whitespace: true, message: t('form.required') }];
  const chosen = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('use.lend')}
      okText={t('use.lend')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'paper' }}
        onFinish={(body) => write.mutate({ body }, { onSuccess: onClose })}
      >
        <Form.Item name="kind" label={t('use.loanKind')} rules={chosen}>
          <Select options={loanKindCodes.map((value) => ({ value, label: say(loanKinds[value]) }))} />
        </Form.Item>
        <Form.Item name="mark" label={t('use.mark')} extra={t('use.markHint')} rules={rules}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="title" label={t('use.loanTitle')} rules={rules}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="borrower" label={t('use.borrower')} rules={rules}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="unit" label={t('use.unit')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="contact" label={t('use.contact')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="askerKind" label={t('use.askerKind')} rules={chosen}>
          <Select options={askerKindCodes.map((value) => ({ value, label: say(askerKinds[value]) }))} />
        </Form.Item>
        <Form.Item name="purpose" label={t('use.purpose')} rules={chosen}>
          <Select options={purposeCodes.map((value) => ({ value, label: say(purposes[value]) }))} />
        </Form.Item>
        <Form.Item name="due" label={t('use.backOn')} rules={chosen}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="condition" label={t('use.condition')}>
          <Input maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
