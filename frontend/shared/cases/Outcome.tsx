import type { CaseEvidence, CaseStanding } from '@geoarchive/contract/case-parts.ts';
import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { type Outcome as Ended, outcomeName } from '@geoarchive/domain/cases/kinds.ts';
import { caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

/** What the asker did not want. */
const adverse: readonly Ended[] = ['refused', 'due-stays'];

type Decision = NonNullable<CaseStanding['decision']>;
/** Visitors of the portal are not told who decided. */
type Shown = Pick<OwnCase, 'state' | 'ended' | 'appealUntil'> & {
  kind?: OwnCase['kind'] | undefined;
  decision?: (Omit<Decision, 'by'> & Partial<Pick<Decision, 'by'>>) | undefined;
};

/** How a case ended: the decision with its reasons, or why there is none; nothing while it goes on. */
type Props = {
  of: Shown;
  /** How a file of the decision is opened; where it cannot be, its name alone is shown. */
  evidence?: (of: CaseEvidence) => ReactNode;
};

export const Outcome = ({ of, evidence = ({ name }) => name }: Props) => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  const { decision, ended, state, appealUntil } = of;
  if (decision !== undefined)
    return (
      <Alert
        type={adverse.includes(decision.outcome) ? 'warning' : 'success'}
        showIcon
        className="ga-notice"
        title={t('cases.decidedAs', { outcome: say(outcomeName(of.kind ?? '', decision.outcome)) })}
        description={
          <>
            <p className="ga-prose">{decision.reasons}</p>
            {decision.due !== undefined && <p>{t('taskPage.decidedDue', { due: day(decision.due) })}</p>}
            {decision.paper !== undefined && <p>{t('taskPage.receiptIssued', { number: decision.paper })}</p>}
            {decision.evidence.length > 0 && (
              <ul className="ga-plain-list" aria-label={t('cases.evidence')}>
                {decision.evidence.map((one) => (
                  <li key={one.id}>{evidence(one)}</li>
                ))}
              </ul>
            )}
            <p className="ga-soft">
              {decision.by !== undefined && `${decision.by} · `}
              {time(decision.at)}
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
