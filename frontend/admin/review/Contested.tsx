import { outcomes } from '@geoarchive/domain/cases/kinds.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReviewDetail } from './sections.ts';

type Props = { of: ReviewDetail['contested'] };

/** Objections to a return that were granted: whoever checks next must know. */
export const Contested = ({ of = [] }: Props) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return of.map(({ caseId, number, outcome, at }) => (
    <Alert
      key={caseId}
      type="warning"
      showIcon
      className="ga-notice"
      title={t('review.contested', { outcome: say(outcomes[outcome]), at: time(at) })}
      description={<Link to={`/cases/${caseId}`}>{number}</Link>}
    />
  ));
};
