import { webhooks } from '@geoarchive/contract/routes.ts';
import type { Webhook } from '@geoarchive/contract/webhooks.ts';
import { type NoticeKind, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { webhookKinds } from '@geoarchive/domain/notices/webhooks.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { App, Button, Checkbox, Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { url: string; kinds: NoticeKind[]; on: boolean };

/** Address, kinds, and whether it is on. On is possible once there is a secret. */
export const WebhookForm = ({ of }: { of: Webhook | undefined }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const save = useWrite(webhooks.saveWebhook);
  const send = async ({ url, kinds, on }: Values) => {
    const without = webhookKinds.filter((kind) => !kinds.includes(kind));
    const ifMatch = of === undefined ? {} : { ifMatch: of.version };
    await save.mutateAsync({ body: { url, on, without }, ...ifMatch });
    message.success(t('webhook.saved'));
  };
  const ready = of !== undefined && of.secrets.length > 0;
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{
        url: of?.url ?? '',
        kinds: webhookKinds.filter((kind) => of?.without.includes(kind) !== true),
        on: of?.on ?? false,
      }}
      onFinish={(values) => void send(values).catch(() => undefined)}
    >
      {save.error !== null && <ProblemAlert error={save.error} />}
      <Form.Item
        name="url"
        label={t('webhook.url')}
        extra={t('webhook.urlHint')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input type="url" maxLength={500} placeholder={t('webhook.addressSample')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kinds" label={t('webhook.kinds')}>
        <Checkbox.Group
          options={webhookKinds.map((kind) => ({ value: kind, label: say(noticeRule(kind).name) }))}
        />
      </Form.Item>
      <Form.Item
        name="on"
        label={t('webhook.switch')}
        valuePropName="checked"
        extra={ready ? null : t('webhook.notReady')}
      >
        <Switch disabled={!ready} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={save.isPending}>
        {t('webhook.save')}
      </Button>
    </Form>
  );
};
