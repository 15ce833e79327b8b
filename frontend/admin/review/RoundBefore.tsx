import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReviewDetail } from './sections.ts';

/** What the round before was returned for: what is to be looked at first now. */
export const RoundBefore = ({ of }: { of: NonNullable<ReviewDetail['before']> }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  return (
    <Alert
      type="warning"
      showIcon
      className="ga-notice"
      title={t('review.before', { by: of.by, at: time(of.at) })}
      description={
        <>
          <p className="ga-prose">{of.reason}</p>
          <ul className="ga-plain-list">
            {of.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <Link to={`/reviews/${of.reviewId}`}>{t('review.toBefore')}</Link>
        </>
      }
    />
  );
};
