import { webhooks } from '@geoarchive/contract/routes.ts';
import type { Webhook } from '@geoarchive/contract/webhooks.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The secret just made, to be copied now. */
const Shown = ({ secret }: { secret: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div>
      <label htmlFor={id} className="ga-label">
        {t('webhook.secret')}
      </label>
      <Flex gap={8}>
        <Input id={id} readOnly value={secret} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{t(copied ? 'webhook.copied' : 'webhook.copy')}</Button>
      </Flex>
      <p role="status">{t('webhook.once')}</p>
    </div>
  );
};

/** Makes a secret, or a new one beside the last. Its text is shown this once: it lives no longer than this page. */
export const WebhookSecret = ({ of }: { of: Webhook }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const renew = useWrite(webhooks.renewWebhookSecret);
  const [secret, setSecret] = useState<string>();
  const make = () =>
    renew.mutateAsync({}).then(
      (made) => setSecret(made.secret),
      () => undefined,
    );
  const [newest, before] = of.secrets;
  return (
    <div className="ga-form-part">
      <h3>{t('webhook.secretTitle')}</h3>
      <p className="ga-soft">{t('webhook.secretLead')}</p>
      {renew.error !== null && <ProblemAlert error={renew.error} />}
      {newest !== undefined && <p>{t('webhook.since', { at: time(newest.since) })}</p>}
      {before?.until !== undefined && <p>{t('webhook.until', { at: time(before.until) })}</p>}
      {secret !== undefined && <Shown secret={secret} />}
      {newest === undefined ? (
        <Button loading={renew.isPending} onClick={() => void make()}>
          {t('webhook.makeSecret')}
        </Button>
      ) : (
        <Popconfirm
          title={t('webhook.renewQuestion')}
          okText={t('webhook.renew')}
          cancelText={t('action.cancel')}
          onConfirm={make}
        >
          <Button loading={renew.isPending}>{t('webhook.renew')}</Button>
        </Popconfirm>
      )}
    </div>
  );
};
