import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { termOf, useTermWords } from './columns.tsx';
import type { ReviewDetail } from './sections.ts';

/** What the state of a review means now. */
export const ReviewNotice = ({ review }: { review: ReviewDetail }) => {
  const { t } = useTranslation();
  const { day, time } = useLanguage();
  const words = useTermWords();
  const { state, returned, progress, stalled, dossierId } = review;
  if (state === 'received')
    return (
      <Alert
        type={termOf(review) === 'late' ? 'warning' : 'info'}
        showIcon
        className="ga-notice"
        title={t('review.checkByNotice', { day: day(review.checkBy), term: words(review) })}
      />
    );
  if (state === 'returned' && returned !== undefined)
    return (
      <Alert
        type="error"
        showIcon
        className="ga-notice"
        title={t('review.returnedBy', {
          by: returned.by,
          at: time(returned.at),
          day: day(returned.correctBy),
        })}
        description={
          <>
            <p className="ga-prose">{returned.reason}</p>
            <ul className="ga-plain-list">
              {returned.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            {review.term !== undefined && (
              <p className="ga-soft">
                {t('review.clockStopped', {
                  days: review.term.left,
                  unit: t(`review.unit.${review.term.kind}`),
                })}
              </p>
            )}
          </>
        }
      />
    );
  if (state === 'stalled' && stalled !== undefined)
    return (
      <Alert
        type="error"
        showIcon
        className="ga-notice"
        title={t('review.stalledNotice', { at: time(stalled.at) })}
        description={
          <>
            <p className="ga-prose">{t(`review.stalledWhy.${stalled.why}`, { file: stalled.file ?? '' })}</p>
            <p>{t('review.stalledHint')}</p>
          </>
        }
      />
    );
  if (state === 'accepting')
    return (
      <Alert
        type="info"
        showIcon
        className="ga-notice"
        title={t('review.copying')}
        description={
          progress && (
            <Progress
              aria-label={t('review.copying')}
              percent={percent(progress.copied, progress.total)}
              format={() => `${progress.copied} / ${progress.total}`}
            />
          )
        }
      />
    );
  return (
    <Alert
      type="success"
      showIcon
      className="ga-notice"
      title={t(state === 'certified' ? 'review.certifiedNotice' : 'review.acceptedNotice', {
        archiveNumber: review.archiveNumber ?? '',
        certificateNumber: review.certificateNumber ?? '',
      })}
      description={
        dossierId !== undefined && <Link to={`/dossiers/${dossierId}`}>{t('review.toDossier')}</Link>
      }
    />
  );
};
