import { webhooks } from '@geoarchive/contract/routes.ts';
import type { WebhookDelivery } from '@geoarchive/contract/webhooks.ts';
import { noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { webhookReasons } from '@geoarchive/domain/notices/webhooks.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { App, Button, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';

const tones: Record<WebhookDelivery['state'], Tone> = {
  waiting: 'attention',
  sending: 'active',
  delivered: 'good',
  failed: 'bad',
};
/** While something is on its way, often enough to see it arrive. */
const everyMs = 2_000;
const underWay = ({ state, tries }: WebhookDelivery) =>
  state === 'sending' || (state === 'waiting' && tries === 0);

/** What a receiver answered, or why it did not. */
const useAnswer = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return ({ status, reason, nextAt }: WebhookDelivery): string =>
    [
      ...(status === undefined ? [] : [t('webhook.answered', { status })]),
      ...(reason === undefined || reason === 'status' ? [] : [say(webhookReasons[reason])]),
      ...(nextAt === undefined ? [] : [t('webhook.next', { at: time(nextAt) })]),
    ].join(' ');
};

/** The last messages: when, which kind, how often tried, with which answer; each can be sent again. And the button to test. */
export const WebhookLog = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { message } = App.useApp();
  const answerOf = useAnswer();
  const test = useWrite(webhooks.testWebhook);
  const resend = useWrite(webhooks.resendWebhookDelivery);
  const seen = useRead(webhooks.listWebhookDeliveries);
  const busy = seen.data?.items.some(underWay) ?? false;
  // The same question, asked again while there is something to wait for.
  const log = useRead(webhooks.listWebhookDeliveries, {}, { refreshMs: busy ? everyMs : false });
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => void message.error(problemText(error, t), 8));
  const nameOf = (kind: string): string => {
    const known = noticeKinds.find((one) => one === kind);
    return known === undefined ? t('webhook.testKind') : say(noticeRule(known).name);
  };
  const columns = [
    { key: 'at', title: t('webhook.at'), render: (_: unknown, row: WebhookDelivery) => time(row.at) },
    { key: 'kind', title: t('notices.kind'), render: (_: unknown, row: WebhookDelivery) => nameOf(row.kind) },
    {
      key: 'state',
      title: t('webhook.state'),
      render: (_: unknown, row: WebhookDelivery) => (
        <StateTag tone={tones[row.state]}>{t(`webhook.states.${row.state}`)}</StateTag>
      ),
    },
    { key: 'tries', title: t('webhook.tries'), render: (_: unknown, row: WebhookDelivery) => row.tries },
    {
      key: 'answer',
      title: t('webhook.answer'),
      render: (_: unknown, row: WebhookDelivery) => answerOf(row),
    },
    {
      key: 'action',
      title: t('tasks.action'),
      render: (_: unknown, row: WebhookDelivery) =>
        underWay(row) ? null : (
          <Button
            size="small"
            onClick={() => void attempt(resend.mutateAsync({ params: { id: row.id } }))}
            aria-label={t('webhook.resendOf', { kind: nameOf(row.kind), at: time(row.at) })}
          >
            {t('webhook.resend')}
          </Button>
        ),
    },
  ];
  return (
    <div className="ga-form-part">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <h3>{t('webhook.log')}</h3>
        <Button loading={test.isPending} onClick={() => void attempt(test.mutateAsync({}))}>
          {t('webhook.test')}
        </Button>
      </Flex>
      <p className="ga-soft">{t('webhook.logLead')}</p>
      <QueryView query={log} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('webhook.empty')}</p>
          ) : (
            <Table
              size="small"
              rowKey="id"
              dataSource={items}
              columns={columns}
              pagination={false}
              scroll={{ x: 'max-content' }}
            />
          )
        }
      </QueryView>
    </div>
  );
};
