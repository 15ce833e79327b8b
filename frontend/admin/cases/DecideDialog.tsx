import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { type Outcome, outcomes, ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { outcome: Outcome; reasons: string };

/** Decides a case: one of the outcomes of its kind, with the reasons that its asker will read. */
export const DecideDialog = ({ of, onClose }: { of: StaffCase; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(cases.decideCase);
  const possible = ruleOf(of.kind).outcomes;
  const send = async (body: Values) => {
    await write.mutateAsync({ params: { id: of.id }, body, ifMatch: of.version });
    onClose();
  };
  return (
    <Modal
      open
      title={t('cases.decideOn', { number: of.number })}
      okText={t('cases.decide')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        {...(possible.length === 1 ? { initialValues: { outcome: possible[0] } } : {})}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item
          name="outcome"
          label={t('cases.outcome')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Radio.Group options={possible.map((value) => ({ value, label: say(outcomes[value]) }))} />
        </Form.Item>
        <Form.Item
          name="reasons"
          label={t('cases.reasons')}
          extra={t('cases.reasonsHint')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={6} maxLength={limits.messageLength} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
};
