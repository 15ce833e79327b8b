import type { Job } from '@geoarchive/contract/jobs.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Form, type FormInstance, Input } from 'antd';
import { type ComponentType, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TrialJob } from './TrialJob.tsx';

/** What the fields of a family are given. */
export type FieldsProps<F> = { form: FormInstance<F>; values: F; onChange: (values: F) => void };
type Sending<B, R> = {
  mutate: (input: { params: { id: string }; body: B }, options?: { onSuccess: (reply: R) => void }) => void;
  data: R | undefined;
  error: unknown;
  isPending: boolean;
};
type Props<F, D, R> = {
  of: { id: string; version: number };
  /** What the form begins with. */
  first: F;
  draftOf: (form: F) => D;
  Fields: ComponentType<FieldsProps<F>>;
  /** Over what it is tried. */
  tryHint: string;
  trial: Sending<{ draft: D }, Job>;
  publish: Sending<{ draft: D; reason: string }, R>;
  onPublished: (rule: R) => void;
};

/** Makes the next version of a rule of whatever family: written, tried, and published when the trial has shown what it does. */
export const VersionEditor = <F extends object, D, R>({
  of,
  first,
  draftOf,
  Fields,
  tryHint,
  trial,
  publish,
  onPublished,
}: Props<F, D, R>) => {
  const { t } = useTranslation();
  const reasonId = useId();
  const [form] = Form.useForm<F>();
  const [values, setValues] = useState(first);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<string>();
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
      <Fields form={form} values={values} onChange={setValues} />
      <Flex gap={12} align="center" wrap className="ga-notice">
        <Button loading={trial.isPending} onClick={tryOut}>
          {t('rules.try')}
        </Button>
        <span className="ga-soft">{tryHint}</span>
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
