import type { Task } from '@geoarchive/contract/shared.ts';
import type { Secrecy } from '@geoarchive/domain/secrecy.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { DraftNotice } from '@geoarchive/frontend-shared/form/DraftNotice.tsx';
import { useDraftForm } from '@geoarchive/frontend-shared/form/use-draft-form.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Alert, Button, Flex, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisationNames } from '../organisation/whose.ts';
import { DescriptionFields } from './DescriptionFields.tsx';
import { PublicationFields } from './PublicationFields.tsx';
import { SecrecyStep } from './SecrecyStep.tsx';
import { type DepositInput, emptyForm, type FormValues, toInput } from './values.ts';

type Props = {
  name: string;
  start: FormValues;
  task: Task | undefined;
  error: unknown;
  busy: boolean;
  onSend: (input: DepositInput) => Promise<void>;
};

/** Starting a deposit: secrecy, then description; the files come after, once the deposit exists. */
export const NewForm = ({ name, start, task, error, busy, onSend }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const person = usePerson();
  const { nameOf } = useOrganisationNames();
  const draft = useDraftForm<FormValues>(name);
  const [step, setStep] = useState(0);
  const secrecy: Secrecy = Form.useWatch('secrecy', { form: draft.form, preserve: true }) ?? 'public';
  const send = async () => {
    const values = draft.form.getFieldsValue(true);
    try {
      await onSend(toInput(values, secrecy));
      draft.forget();
    } catch (problem) {
      draft.showProblem(problem);
    }
  };
  return (
    <>
      <Steps
        current={step}
        className="ga-steps"
        items={[
          { title: t('new.secrecy') },
          { title: t('new.describe') },
          { title: isStateSecret(secrecy) ? t('new.stub') : t('new.files') },
        ]}
      />
      {task !== undefined && (
        <Alert
          type="info"
          showIcon
          title={t('new.forTask', { number: task.number, name: task.name })}
          description={
            <>
              <div>{t('new.due', { day: day(task.due) })}</div>
              {task.organisation !== person?.organisation && (
                <div>{t('new.onBehalf', { name: nameOf(task.organisation) })}</div>
              )}
            </>
          }
          style={{ marginBottom: 18 }}
        />
      )}
      <Panel
        title={t(step === 0 ? 'new.secrecy' : 'new.describe')}
        extra={<DraftNotice restored={draft.restored} saved={draft.saved} />}
      >
        <Form<FormValues>
          form={draft.form}
          layout="vertical"
          initialValues={{ ...emptyForm, ...draft.initial, ...start }}
          onValuesChange={draft.changed}
          onFinish={() => (step === 0 ? setStep(1) : void send())}
          scrollToFirstError={{ focus: true }}
        >
          {step === 0 && <SecrecyStep />}
          {step === 1 && (
            <>
              {error !== null && <ProblemAlert error={error} />}
              <DescriptionFields />
              <h2 className="ga-form-part">{t('publication.title')}</h2>
              <PublicationFields fixedNode={task !== undefined} />
            </>
          )}
          <Flex gap={8}>
            {step === 1 && <Button onClick={() => setStep(0)}>{t('action.previous')}</Button>}
            <Button type="primary" htmlType="submit" loading={busy}>
              {t(step === 0 ? 'action.next' : isStateSecret(secrecy) ? 'new.saveStub' : 'new.save')}
            </Button>
          </Flex>
        </Form>
      </Panel>
    </>
  );
};
