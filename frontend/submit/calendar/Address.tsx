import { Button, Flex, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feedAddress } from './address.ts';

/** The address just made, to be copied now. */
export const Address = ({ of }: { of: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const { https, webcal } = feedAddress(window.location.origin, of);
  const copy = () =>
    navigator.clipboard.writeText(https).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div>
      <label htmlFor={id} className="ga-label">
        {t('subscribe.address')}
      </label>
      <Flex gap={8}>
        <Input id={id} readOnly value={https} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{t(copied ? 'subscribe.copied' : 'subscribe.copy')}</Button>
      </Flex>
      <p className="ga-soft" aria-live="polite">
        {t('subscribe.once')} <a href={webcal}>{t('subscribe.addToCalendar')}</a>
      </p>
    </div>
  );
};
