import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { outcomes } from '@geoarchive/domain/cases/kinds.ts';
import { caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

/** How a case ended: the decision with its reasons, or why there is none; nothing while it goes on. */
export const Outcome = ({ of }: { of: Pick<OwnCase, 'state' | 'decision' | 'ended' | 'appealUntil'> }) => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  const { decision, ended, state, appealUntil } = of;
  if (decision !== undefined)
    return (
      <Alert
        type={decision.outcome === 'refused' ? 'warning' : 'success'}
        showIcon
        className="ga-notice"
        title={t('cases.decidedAs', { outcome: say(outcomes[decision.outcome]) })}
        description={
          <>
            <p className="ga-prose">{decision.reasons}</p>
            <p className="ga-soft">
              {decision.by} · {time(decision.at)}
              {appealUntil !== undefined && ` · ${t('cases.appealUntil', { day: day(appealUntil) })}`}
            </p>
          </>
        }
      />
    );
  if (ended === undefined) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="ga-notice"
      title={`${say(caseLifecycle.states[state])} · ${time(ended.at)}`}
      description={<p className="ga-prose">{ended.reason}</p>}
    />
  );
};
