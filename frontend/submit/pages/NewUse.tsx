import { service } from '@geoarchive/contract/routes.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import {
  type AskerKind,
  askerKindCodes,
  askerKinds,
  type Purpose,
  purposeCodes,
  purposes,
  useTerms,
} from '@geoarchive/domain/service/codes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { askedRecords } from '../use/asked-records.ts';

type Values = { purpose: Purpose; askerKind: AskerKind; unit?: string; text: string; accepted: boolean };

/** Files a request for the records that the portal's basket named. */
const NewUse = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const api = useApi();
  const { nodes } = useConfig();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const askerKind = Form.useWatch('askerKind', form);
  const [files, setFiles] = useState<File[]>([]);
  const records = useMemo(() => askedRecords(params), [params]);
  const node = nodes.find(({ code }) => code === params.get('node')) ?? nodes[0];
  const required = { required: true, message: t('form.required') };
  const send = useMutation({
    mutationFn: async ({ accepted: _, ...values }: Values) => {
      const evidence = await sendEvidence(api, files, service.signUseEvidence);
      const body = { ...values, node: node?.code ?? '', records, evidence, accepted: useTerms.version };
      return api.call(service.fileUseRequest, { body });
    },
    onSuccess: ({ id }) => navigate(`/use/requests/${id}`, { replace: true }),
  });
  return (
    <Page
      title={t('use.new')}
      back={{ to: '/use', label: t('nav.use') }}
      lead={node && t('use.newLead', { node: say(node.name) })}
    >
      {records.length === 0 ? (
        <Empty title={t('use.noRecords')} hint={t('use.noRecordsHint')} />
      ) : (
        <>
          <Panel title={t('use.records')}>
            <ul className="ga-plain-list">
              {records.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('use.form')}>
            {send.error !== null && <ProblemAlert error={send.error} />}
            <Form<Values> form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
              <Form.Item name="purpose" label={t('use.purpose')} rules={[required]}>
                <Select options={purposeCodes.map((value) => ({ value, label: say(purposes[value]) }))} />
              </Form.Item>
              <Form.Item name="askerKind" label={t('use.askerKind')} rules={[required]}>
                <Select options={askerKindCodes.map((value) => ({ value, label: say(askerKinds[value]) }))} />
              </Form.Item>
              {askerKind !== undefined && askerKind !== 'person' && (
                <Form.Item name="unit" label={t('use.unit')} rules={[{ ...required, whitespace: true }]}>
                  <Input maxLength={200} />
                </Form.Item>
              )}
              <Form.Item
                name="text"
                label={t('use.text')}
                extra={t('use.textHint')}
                rules={[{ ...required, whitespace: true }]}
              >
                <Input.TextArea rows={5} maxLength={limits.messageLength} />
              </Form.Item>
              <p className="ga-label">{t('use.papers')}</p>
              <p className="ga-soft">{t('use.papersHint')}</p>
              <EvidenceInput files={files} onChange={setFiles} label={t('use.addPapers')} />
              <p className="ga-prose">{say(useTerms.text)}</p>
              <Form.Item
                name="accepted"
                valuePropName="checked"
                rules={[
                  {
                    validator: (_, value) =>
                      value === true ? Promise.resolve() : Promise.reject(new Error(t('use.mustAccept'))),
                  },
                ]}
              >
                <Checkbox>{t('use.accept')}</Checkbox>
              </Form.Item>
              <Button type="primary" htmlType="submit" loading={send.isPending}>
                {t('use.send')}
              </Button>
            </Form>
          </Panel>
        </>
      )}
    </Page>
  );
};
export default NewUse;
