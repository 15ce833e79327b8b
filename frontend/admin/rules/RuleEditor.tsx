import { supervision } from '@geoarchive/contract/routes.ts';
import type { EditedRule } from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFrom, draftOf, formOf, type RuleForm } from './draft.ts';
import { RuleFields } from './RuleFields.tsx';
import { TrialJob } from './TrialJob.tsx';

type Props = { of: EditedRule; onPublished: (rule: EditedRule) => void };

/** Makes the next version of a rule: written, tried on all registers, and published when the trial has shown what it does. */
export const RuleEditor = ({ of, onPublished }: Props) => {
  const { t } = useTranslation();
  const reasonId = useId();
  const [form] = Form.useForm<RuleForm>();
  const [values, setValues] = useState(() => formOf({ ...draftFrom(of), from: dayOf(new Date()) }));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<string>();
  const trial = useWrite(supervision.tryRule);
  const publish = useWrite(supervision.addRuleVersion);
  const job = useJob(trial.data?.id);
  const draft = draftOf(values);
  const params = { id: of.id };
  const isTried = job.data?.state === 'done' && tried === JSON.stringify(draft);
  const tryOut = () =>
    void form.validateFields().then(
      () => {
        setTried(JSON.stringify(draft));
        trial.mutate({ params, body: { draft } });
      },
      // What is wrong stands at its field.
      () => undefined,
    );
  return (
    <Panel title={t('rules.nextVersion', { version: of.version + 1 })}>
      <RuleFields form={form} values={values} onChange={setValues} />
      <Flex gap={12} align="center" wrap className="ga-notice">
        <Button loading={trial.isPending} onClick={tryOut}>
          {t('rules.try')}
        </Button>
        <span className="ga-soft">{t('rules.tryHint')}</span>
      </Flex>
      {trial.error !== null && <ProblemAlert error={trial.error} />}
      {job.error !== null && <ProblemAlert error={job.error} onRetry={() => void job.refetch()} />}
      {job.data !== undefined && <TrialJob job={job.data} />}
      <label htmlFor={reasonId} className="ga-label">
        {t('rules.reason')}
      </label>
      <Input.TextArea
        id={reasonId}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Flex gap={12} align="center" wrap className="ga-form-part">
        <Button
          type="primary"
          disabled={!isTried || reason.trim() === ''}
          loading={publish.isPending}
          onClick={() => publish.mutate({ params, body: { draft, reason } }, { onSuccess: onPublished })}
        >
          {t('rules.publish')}
        </Button>
        <span className="ga-soft">{t(isTried ? 'rules.publishHint' : 'rules.tryFirst')}</span>
      </Flex>
      {publish.error !== null && <ProblemAlert error={publish.error} />}
    </Panel>
  );
};
