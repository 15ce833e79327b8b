import type { Certificate as Issued } from '@geoarchive/contract/archive.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const paper = (number: string) => (
  <Link key={number} to={`/documents/${number}`}>
    {number}
  </Link>
);

/** The certificate of a deposit: number, when and by whom it was issued, and the fingerprint of what it states. */
export const Certificate = ({ of, action }: { of: Issued; action?: ReactNode }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { replaced = [] } = of;
  return (
    <Panel title={t('certificate.title')} extra={action}>
      <Facts
        items={[
          { label: t('certificate.number'), value: <strong>{paper(of.number)}</strong> },
          {
            label: t('certificate.replaced'),
            value: replaced.length === 0 ? undefined : replaced.map(paper),
          },
          { label: t('certificate.issuedAt'), value: time(of.issuedAt) },
          { label: t('certificate.issuedBy'), value: of.issuedBy },
          { label: t('certificate.sha256'), value: <code>{of.sha256}</code> },
        ]}
      />
      <p className="ga-soft">{t('certificate.hint')}</p>
    </Panel>
  );
};
