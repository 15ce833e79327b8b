import type { Submission } from '@geoarchive/contract/portal.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

const tones: Readonly<Record<Submission['state'], Tone>> = {
  open: 'active',
  'handed-in': 'active',
  accepted: 'good',
  certified: 'good',
  'no-data': 'neutral',
  withdrawn: 'neutral',
};

const Found = ({ number }: { number: string }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { nodes } = useConfig();
  const query = useRead(portal.lookUpSubmissions, { query: { number } });
  const archiveOf = (code: string) => {
    const node = nodes.find((one) => one.code === code);
    return node === undefined ? code : say(node.name);
  };
  return (
    <QueryView query={query}>
      {({ items, today }) =>
        items.length === 0 ? (
          <Empty title={t('submissions.none')} hint={t('submissions.noneHint')} />
        ) : (
          <Panel title={t('submissions.found', { count: items.length })}>
            <Rows
              label={t('submissions.title')}
              rows={items}
              rowKey={(one) => one.number}
              columns={[
                { key: 'number', title: t('disclosure.task'), show: (one) => one.number },
                { key: 'name', title: t('disclosure.taskName'), show: ({ name }) => name },
                { key: 'due', title: t('disclosure.due'), width: 130, show: ({ due }) => day(due) },
                {
                  key: 'state',
                  title: t('disclosure.state'),
                  width: 130,
                  show: ({ state, until }) =>
                    state === 'open' && until < today ? (
                      <StateTag tone="bad">{t('submissions.overdue')}</StateTag>
                    ) : (
                      <StateTag tone={tones[state]}>{say(taskLifecycle.states[state])}</StateTag>
                    ),
                },
                { key: 'node', title: t('publication.node'), show: ({ node }) => archiveOf(node) },
              ]}
            />
          </Panel>
        )
      }
    </QueryView>
  );
};

/** How the submissions of a licence or project stand: asked by its whole number. */
const Submissions = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const number = (params.get('number') ?? '').trim();
  return (
    <Page title={t('submissions.title')} lead={t('submissions.lead')}>
      <Panel>
        <Form<{ number: string }>
          key={number}
          layout="vertical"
          initialValues={{ number }}
          onFinish={(asked) => setParams({ number: asked.number.trim() })}
          className="ga-verify"
        >
          <Form.Item
            name="number"
            label={t('submissions.number')}
            extra={t('submissions.numberHint')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit">
            {t('submissions.ask')}
          </Button>
        </Form>
      </Panel>
      {number !== '' && <Found key={number} number={number} />}
    </Page>
  );
};
export default Submissions;
