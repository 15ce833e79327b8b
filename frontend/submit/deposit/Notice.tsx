import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const Returned = ({ of }: { of: NonNullable<Deposit['returned']> }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (
    <Alert
      type="error"
      showIcon
      className="ga-notice"
      title={
        of.correctBy === undefined ? t('returned.title') : t('returned.titleBy', { day: day(of.correctBy) })
      }
      description={
        <>
          <p className="ga-prose">{of.reason}</p>
          <ul className="ga-plain-list">
            {of.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{t('returned.next')}</p>
        </>
      }
    />
  );
};

/** What the state means for the submitter now. */
export const Notice = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const { state, counts, receipt } = deposit;
  if (state === 'returned' && deposit.returned !== undefined) return <Returned of={deposit.returned} />;
  if (state === 'checking')
    return (
      <Alert
        type="info"
        showIcon
        className="ga-notice"
        title={t('notice.checking')}
        description={
          <Progress
            aria-label={t('notice.checking')}
            percent={percent(counts.inspected, counts.registered)}
            format={() => `${counts.inspected} / ${counts.registered}`}
          />
        }
      />
    );
  if (state === 'submitted')
    return <Alert type="info" showIcon className="ga-notice" title={t('notice.submitted')} />;
  if (receipt === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      className="ga-notice"
      title={t(`notice.${state === 'certified' || state === 'accepted' ? state : 'sealed'}`, {
        archiveNumber: deposit.archiveNumber ?? '',
        certificateNumber: deposit.certificateNumber ?? '',
        number: receipt.number,
      })}
      description={<Link to={`/deposits/${deposit.id}/receipt`}>{t('notice.receipt')}</Link>}
    />
  );
};
