import { calendar } from '@geoarchive/contract/routes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Address } from './Address.tsx';

const languages = ['zh', 'en', 'both'] as const;

/** Makes, renews and stops the secret address of the own calendar, and says what it shows. */
export const SubscribeDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { language: shown, time } = useLanguage();
  const query = useRead(calendar.getSubscription);
  const make = useWrite(calendar.makeSubscription);
  const revoke = useWrite(calendar.revokeSubscription);
  const [language, setLanguage] = useState<(typeof languages)[number]>(shown);
  const [key, setKey] = useState<string>();
  const error = make.error ?? revoke.error;
  const send = () =>
    make.mutateAsync({ body: { language } }).then(
      (made) => setKey(made.key),
      () => undefined,
    );
  const stop = () =>
    revoke.mutateAsync({}).then(
      () => setKey(undefined),
      () => undefined,
    );
  return (
    <Modal
      open
      title={t('subscribe.title')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('subscribe.close')}</Button>}
    >
      <p>{t('subscribe.lead')}</p>
      <p className="ga-soft">{t('subscribe.shows')}</p>
      {error !== null && <ProblemAlert error={error} />}
      <QueryView query={query} rows={2}>
        {({ subscription }) => (
          <Flex vertical gap={12}>
            {key !== undefined && <Address of={key} />}
            {key === undefined && subscription !== undefined && (
              <p>{t('subscribe.since', { at: time(subscription.since) })}</p>
            )}
            <Radio.Group
              aria-label={t('subscribe.language')}
              value={language}
              onChange={(event) => setLanguage(event.target.value)}
              options={languages.map((value) => ({ value, label: t(`subscribe.languages.${value}`) }))}
            />
            {subscription !== undefined && <p className="ga-soft">{t('subscribe.renewHint')}</p>}
            <Flex gap={8} wrap>
              <Button type="primary" loading={make.isPending} onClick={() => void send()}>
                {t(subscription === undefined ? 'subscribe.make' : 'subscribe.renew')}
              </Button>
              {subscription !== undefined && (
                <Button danger loading={revoke.isPending} onClick={() => void stop()}>
                  {t('subscribe.revoke')}
                </Button>
              )}
            </Flex>
          </Flex>
        )}
      </QueryView>
    </Modal>
  );
};
