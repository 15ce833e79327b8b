import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Why the archive returned it: while it waits to be taken up again, and as a reminder while it is mended. */
const Returned = ({ of, mending }: { of: NonNullable<Deposit['returned']>; mending: boolean }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (
    <Alert
      type={mending ? 'warning' : 'error'}
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
          {!mending && <p>{t('returned.next')}</p>}
        </>
      }
    />
  );
};

/** What the state means for the submitter now. */
export const Notice = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const { state, counts, receipt } = deposit;
  const mending = state === 'open' || state === 'checked';
  if ((state === 'returned' || mending) && deposit.returned !== undefined)
    return <Returned of={deposit.returned} mending={mending} />;
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
  if (mending && deposit.stub !== undefined)
    return <Alert type="info" showIcon className="ga-notice" title={t('secrecy.stubNotice')} />;
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
