import { reports } from '@geoarchive/contract/routes.ts';
import { tidyCode } from '@geoarchive/domain/documents.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { AnswerView } from '../report/AnswerView.tsx';

const lookAgainMs = 20_000;
const codes = /^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/;

/** How a report from the portal stands, by its code. The code stands behind the # of the address, which no server sees. */
const Answers = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search, hash } = useLocation();
  const code = tidyCode(hash.slice(1));
  const query = useRead(
    reports.readReport,
    { query: { code } },
    { enabled: codes.test(code), refreshMs: lookAgainMs },
  );
  return (
    <Page title={t('nav.answers')} lead={t('report.answersLead')}>
      <Panel>
        <Form<{ code: string }>
          key={code}
          layout="vertical"
          initialValues={{ code }}
          onFinish={({ code: typed }) => void navigate({ search, hash: `#${tidyCode(typed)}` })}
          className="ga-verify"
        >
          <Form.Item
            name="code"
            label={t('report.code')}
            extra={t('report.codeHint')}
            rules={[
              { required: true, message: t('form.required') },
              {
                validator: async (_, typed: string | undefined) => {
                  if (typed !== undefined && typed !== '' && !codes.test(tidyCode(typed)))
                    throw new Error(t('report.codeWrong'));
                },
              },
            ]}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit">
            {t('report.lookUp')}
          </Button>
        </Form>
      </Panel>
      {codes.test(code) && <QueryView query={query}>{(of) => <AnswerView of={of} code={code} />}</QueryView>}
    </Page>
  );
};
export default Answers;
