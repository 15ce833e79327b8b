import { cases, intake } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { caseKinds } from '@geoarchive/domain/cases/kinds.ts';
import { noDataPledge, type StatementKind, statementKinds } from '@geoarchive/domain/cases/statements.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

type Values = { text: string; expected?: string; pledged?: boolean };
/** A case's title holds 120 characters. */
const longestTitle = 120;

const StatementForm = ({ task, kind }: { task: Task; kind: StatementKind }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const [files, setFiles] = useState<File[]>([]);
  const send = useMutation({
    mutationFn: async ({ text, expected }: Values) =>
      api.call(cases.openOwnCase, {
        body: {
          kind,
          // Data, and so in Chinese.
          title: `${caseKinds[kind].name.zh}：${task.number}`.slice(0, longestTitle),
          text,
          evidence: await sendEvidence(api, files),
          about: { kind: 'task', id: task.id },
          ...(kind === 'no-data' ? { pledged: true as const } : { expected }),
        },
      }),
    onSuccess: (made) => navigate(`/cases/${made.id}`, { replace: true }),
  });
  const required = { required: true, message: t('form.required') };
  return (
    <Panel title={`${task.number} · ${task.name}`}>
      {send.error !== null && <ProblemAlert error={send.error} />}
      <p className="ga-soft">{t(`taskPage.about.${kind}`)}</p>
      <Form<Values> layout="vertical" onFinish={(values) => send.mutate(values)}>
        <Form.Item
          name="text"
          label={t(`taskPage.textOf.${kind}`)}
          extra={t('cases.noSecrets')}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input.TextArea rows={6} maxLength={limits.messageLength} showCount />
        </Form.Item>
        {kind === 'force-majeure' && (
          <Form.Item name="expected" label={t('taskPage.expected')} rules={[required]}>
            <Input type="date" />
          </Form.Item>
        )}
        <EvidenceInput files={files} onChange={setFiles} />
        {kind === 'no-data' && (
          <Form.Item
            name="pledged"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value: unknown) =>
                  value === true ? Promise.resolve() : Promise.reject(new Error(t('taskPage.mustPledge'))),
              },
            ]}
          >
            <Checkbox>{say(noDataPledge)}</Checkbox>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('cases.send')}
        </Button>
      </Form>
    </Panel>
  );
};

/** A statement about a task: that no data were formed, or what force majeure keeps from handing in. */
const Statement = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '', kind: asked } = useParams();
  const kind = statementKinds.find((one) => one === asked) ?? 'force-majeure';
  const query = useRead(intake.getOwnTask, { params: { id } });
  return (
    <Page title={say(caseKinds[kind].name)} back={{ to: `/tasks/${id}`, label: t('action.back') }}>
      <QueryView query={query}>{(task) => <StatementForm task={task} kind={kind} />}</QueryView>
    </Page>
  );
};
export default Statement;
