import type { Job } from '@geoarchive/contract/jobs.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { trialChanges } from './trial-notes.ts';

/** The trial of a rule: how far it is, and the due dates that would change. */
export const TrialJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const changes = trialChanges(job.notes);
  return (
    <>
      <JobPanel job={{ ...job, notes: [] }} />
      {!isUnderWay(job.state) && (
        <Panel title={t('rules.changes')}>
          {changes.length === 0 ? (
            <p className="ga-soft">{t('rules.noChanges')}</p>
          ) : (
            <>
              <p className="ga-soft">{t('rules.changesHint', { count: changes.length })}</p>
              <Rows
                label={t('rules.changes')}
                rows={changes}
                rowKey={({ number, subject }) => `${number} ${subject}`}
                columns={[
                  { key: 'number', title: t('registers.number'), show: ({ number }) => number },
                  { key: 'subject', title: t('rules.subject'), show: ({ subject }) => subject },
                  {
                    key: 'before',
                    title: t('rules.before'),
                    show: ({ before }) => before ?? t('rules.notDue'),
                  },
                  { key: 'after', title: t('rules.after'), show: ({ after }) => after ?? t('rules.notDue') },
                ]}
              />
            </>
          )}
        </Panel>
      )}
    </>
  );
};
