import type { Certificate as Issued } from '@geoarchive/contract/archive.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';

/** The certificate of a deposit: number, when and by whom it was issued, and the fingerprint of what it states. */
export const Certificate = ({ of }: { of: Issued }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  return (
    <Panel title={t('certificate.title')}>
      <Facts
        items={[
          { label: t('certificate.number'), value: <strong>{of.number}</strong> },
          { label: t('certificate.issuedAt'), value: time(of.issuedAt) },
          { label: t('certificate.issuedBy'), value: of.issuedBy },
          { label: t('certificate.sha256'), value: <code>{of.sha256}</code> },
        ]}
      />
      <p className="ga-soft">{t('certificate.hint')}</p>
    </Panel>
  );
};
