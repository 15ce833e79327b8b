import { cases } from '@geoarchive/contract/routes.ts';
import { type CaseKind, kindsAbout } from '@geoarchive/domain/cases/kinds.ts';
import { isStatement } from '@geoarchive/domain/cases/statements.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { CaseFields } from '@geoarchive/frontend-shared/cases/CaseFields.tsx';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

type Values = { kind: Exclude<CaseKind, 'appeal'>; title: string; text: string; node?: string };
const subjects = ['deposit', 'document', 'task', 'public-notice', 'general'] as const;

/** Opens a case: about the deposit, paper or task that the address names, or in general. */
const NewCase = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const api = useApi();
  const { nodes } = useConfig();
  const [params] = useSearchParams();
  const [files, setFiles] = useState<File[]>([]);
  const kind = subjects.find((one) => one === params.get('about')) ?? 'general';
  const id = params.get('id') ?? '';
  // Statements have a form of their own.
  const kinds = kindsAbout(kind).filter((one) => !isStatement(one));
  const open = useMutation({
    mutationFn: async ({ node = '', ...values }: Values) => {
      const about = kind === 'general' ? { kind, node } : { kind, id };
      const evidence = await sendEvidence(api, files);
      return api.call(cases.openOwnCase, { body: { ...values, evidence, about } });
    },
    onSuccess: (made) => navigate(`/cases/${made.id}`, { replace: true }),
  });
  return (
    <Page
      title={t('cases.open')}
      back={{ to: kind === 'deposit' ? `/deposits/${id}` : '/cases', label: t('action.back') }}
      lead={t(`cases.openAbout.${kind}`)}
    >
      <Panel>
        {open.error !== null && <ProblemAlert error={open.error} />}
        <Form<Values>
          layout="vertical"
          initialValues={{ kind: kinds[0], node: nodes[0]?.code }}
          onFinish={(values) => open.mutate(values)}
        >
          {kind === 'general' && (
            <Form.Item name="node" label={t('publication.node')}>
              <Select options={nodes.map(({ code, name }) => ({ value: code, label: say(name) }))} />
            </Form.Item>
          )}
          <CaseFields kinds={kinds} />
          <EvidenceInput files={files} onChange={setFiles} />
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {t('cases.send')}
          </Button>
        </Form>
      </Panel>
    </Page>
  );
};
export default NewCase;
