import { webhooks } from '@geoarchive/contract/routes.ts';
import { webhookReasons } from '@geoarchive/domain/notices/webhooks.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookLog } from './WebhookLog.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';

/** Where the organisation's notices are sent besides: address, kinds, secret, and what became of the last messages. */
export const WebhookPanel = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const query = useRead(webhooks.getWebhook);
  const webhook = query.data?.webhook;
  return (
    <Panel
      title={t('webhook.title')}
      extra={
        webhook !== undefined && (
          <StateTag tone={webhook.on ? 'good' : 'neutral'}>
            {t(webhook.on ? 'webhook.on' : 'webhook.off')}
          </StateTag>
        )
      }
    >
      <p>{t('webhook.lead')}</p>
      <QueryView query={query} rows={3}>
        {({ webhook: set }) => (
          <>
            {set?.stopped !== undefined && (
              <Alert
                type="warning"
                showIcon
                className="ga-notice"
                title={t('webhook.stopped', { at: time(set.stopped.at) })}
                description={`${say(webhookReasons[set.stopped.reason])}${t('webhook.stoppedHint')}`}
              />
            )}
            <WebhookForm of={set} key={set?.version ?? 0} />
            {set !== undefined && <WebhookSecret of={set} />}
            {set !== undefined && set.secrets.length > 0 && <WebhookLog />}
          </>
        )}
      </QueryView>
    </Panel>
  );
};
