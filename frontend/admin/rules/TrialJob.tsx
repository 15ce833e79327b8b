import type { Job } from '@geoarchive/contract/jobs.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { type TrialStanding, trialChanges } from './trial-notes.ts';

/** What a trial of publication looks at, as its notes call it; the terms and happenings of an entry stand for themselves. */
const kinds: readonly string[] = ['task', 'review'];

/** The trial of a rule: how far it is, and the due dates and receivers, or the days of publication, that would change. */
export const TrialJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const changes = trialChanges(job.notes);
  const released = job.kind === 'release-trial';
  const title = t(released ? 'rules.releaseChanges' : 'rules.changes');
  const archive = (code: string) => {
    const node = nodes.find((one) => one.code === code);
    return node === undefined ? code : `${say(node.name)}（${code}）`;
  };
  const standing = (of: TrialStanding | undefined, isMoved: boolean) =>
    of === undefined
      ? t('rules.notDue')
      : isMoved && of.node !== undefined
        ? `${of.day} · ${archive(of.node)}`
        : of.day;
  return (
    <>
      <JobPanel job={{ ...job, notes: [] }} />
      {!isUnderWay(job.state) && (
        <Panel title={title}>
          {changes.length === 0 ? (
            <p className="ga-soft">{t('rules.noChanges')}</p>
          ) : (
            <>
              <p className="ga-soft">{t('rules.changesHint', { count: changes.length })}</p>
              <Rows
                label={title}
                rows={changes}
                rowKey={({ number, subject }) => `${number} ${subject}`}
                columns={[
                  {
                    key: 'number',
                    title: t(released ? 'rules.ofWhat' : 'registers.number'),
                    show: ({ number }) => number,
                  },
                  {
                    key: 'subject',
                    title: t(released ? 'rules.looked' : 'rules.subject'),
                    show: ({ subject }) =>
                      kinds.includes(subject) ? t(`rules.lookedAt.${subject}`) : subject,
                  },
                  {
                    key: 'before',
                    title: t('rules.before'),
                    show: ({ before, after }) => standing(before, before?.node !== after?.node),
                  },
                  {
                    key: 'after',
                    title: t('rules.after'),
                    show: ({ before, after }) => standing(after, before?.node !== after?.node),
                  },
                ]}
              />
            </>
          )}
        </Panel>
      )}
    </>
  );
};
