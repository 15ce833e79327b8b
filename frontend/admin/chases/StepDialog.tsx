import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import {
  chaseDaysOf,
  chaseStepName,
  fineRange,
  type NextStep,
} from '@geoarchive/domain/supervision/chase.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { until?: string; text?: string; amount?: number; heard?: string };
type Props = { of: ChaseDetail; step: NextStep; onClose: () => void };

/** What the next step's paper says: its term, the facts, the amount, what was heard. */
export const StepDialog = ({ of, step, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { chase } = useConfig();
  const [form] = Form.useForm<Values>();
  const write = useWrite(chases.stepChase);
  const punishes = step === 'propose' || step === 'fine';
  const isFraud = of.track === 'fraud';
  // Art. 21 sets the amount.
  const names = punishes && !isFraud;
  const announced = of.steps.find((one) => one.step === 'propose')?.amount;
  const required = [{ required: true, message: t('chases.required') }];
  const send = (values: Values) =>
    write.mutate(
      { params: { id: of.id }, body: { ...values, step }, ifMatch: of.version },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={say(chaseStepName(step))}
      okText={t('chases.issue')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p className="ga-soft">{t(`chases.${isFraud ? 'fraudHint' : 'stepHint'}.${step}`)}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          until: addDays(dayOf(new Date()), chaseDaysOf(step, of.track, chase)),
          ...(names ? { amount: announced ?? fineRange.least } : {}),
          text: '',
          heard: '',
        }}
        onFinish={send}
      >
        {step !== 'circulate' && (
          <Form.Item<Values>
            name="until"
            label={t(`chases.${isFraud ? 'fraudUntil' : 'untilOf'}.${step}`)}
            rules={required}
          >
            <Input type="date" />
          </Form.Item>
        )}
        {names && (
          <Form.Item<Values> name="amount" label={t('chases.amount')} rules={required}>
            <InputNumber
              min={fineRange.least}
              max={step === 'fine' ? (announced ?? fineRange.most) : fineRange.most}
              precision={0}
              style={{ width: '100%' }}
            />
          </Form.Item>
        )}
        <Form.Item<Values>
          name="text"
          label={t(punishes ? 'chases.grounds' : 'chases.remarks')}
          rules={punishes ? required : []}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        {step === 'fine' && (
          <Form.Item<Values> name="heard" label={t('chases.heard')} rules={required}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};
