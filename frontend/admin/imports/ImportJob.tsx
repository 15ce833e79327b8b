import type { Job } from '@geoarchive/contract/jobs.ts';
import {
  archive,
  custodyHoldings,
  holes as holeRoutes,
  organisations as organisationRoutes,
  supervision,
} from '@geoarchive/contract/routes.ts';
import { isUnderWay, type JobKind } from '@geoarchive/domain/jobs.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

type Lists = { to: string; label: string; undoHint: string };
const tasks: Lists = { to: '/tasks', label: 'import.toTasks', undoHint: 'import.undoHint' };
const registers: Lists = {
  to: '/registers',
  label: 'registers.toList',
  undoHint: 'registers.undoHint',
};
const rules: Lists = { ...tasks, to: '/rules', label: 'rules.toRules' };
const chases: Lists = { to: '/chases', label: 'chases.toList', undoHint: 'import.undoHint' };
const organisations: Lists = {
  to: '/organisations',
  label: 'organisations.toList',
  undoHint: 'organisations.undoHint',
};
const holes: Lists = { to: '/holes', label: 'holes.toList', undoHint: 'holes.undoHint' };
const holdings: Lists = {
  to: '/custody/holdings',
  label: 'custody.toHoldings',
  undoHint: 'custody.undoHint',
};
/** Where what a job of a kind did can be seen. */
const listsOf: Readonly<Record<JobKind, Lists>> = {
  'task-import': tasks,
  'task-import-undo': tasks,
  'register-import': registers,
  'register-import-undo': registers,
  recompute: tasks,
  reminders: tasks,
  bars: { ...tasks, to: '/bars', label: 'bars.toList' },
  recount: tasks,
  'rule-trial': rules,
  'release-trial': rules,
  'chase-demands': chases,
  'chase-closing': chases,
  'organisation-import': organisations,
  'organisation-import-undo': organisations,
  holders: organisations,
  'hole-import': holes,
  'hole-import-undo': holes,
  'hole-export': holes,
  'holding-import': holdings,
  'holding-import-undo': holdings,
  'custody-clocks': { ...tasks, to: '/custody/agreements', label: 'custody.toAgreements' },
  'transfer-clocks': { ...tasks, to: '/transfers', label: 'transfers.toList' },
  'report-figures': { ...tasks, to: '/reports', label: 'reporting.toList' },
  'public-notices': { ...tasks, to: '/public-notices', label: 'disclosure.toList' },
};
/** Whose jobs change what is read elsewhere: tasks are the archive's, made from registers too. */
const changed = [
  archive.listAllTasks.module,
  supervision.listRegisters.module,
  holeRoutes.listHoles.module,
  custodyHoldings.listHoldingLists.module,
];

/** The kinds that can be undone. */
const imports: readonly JobKind[] = [
  'task-import',
  'register-import',
  'organisation-import',
  'hole-import',
  'holding-import',
];

const didSomething = ({ counts }: Job) => (counts['created'] ?? 0) + (counts['updated'] ?? 0) > 0;

/** The job of an import or what follows from one: the way to what it did, and to undo an import when it ended. */
export const ImportJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const go = useNavigate();
  const undoTasks = useWrite(archive.undoTaskImport);
  const undoRegisters = useWrite(supervision.undoRegisterImport);
  const undoOrganisations = useWrite(organisationRoutes.undoOrganisationImport);
  const undoHoldings = useWrite(custodyHoldings.undoHoldingImport);
  const undoHoles = useWrite(holeRoutes.undoHoleImport);
  const undos: Partial<Record<JobKind, typeof undoTasks>> = {
    'register-import': undoRegisters,
    'organisation-import': undoOrganisations,
    'hole-import': undoHoles,
    'holding-import': undoHoldings,
  };
  const undo = undos[job.kind] ?? undoTasks;
  const cache = useQueryClient();
  useEffect(() => {
    if (isUnderWay(job.state)) return;
    for (const module of changed) void cache.invalidateQueries({ queryKey: [module] });
  }, [job.state, cache]);
  const ended = !isUnderWay(job.state) && job.state !== 'paused';
  const isImport = imports.includes(job.kind);
  const lists = listsOf[job.kind];
  return (
    <>
      <JobPanel job={job}>
        {ended && <Button onClick={() => void go(lists.to)}>{t(lists.label)}</Button>}
        {ended && isImport && didSomething(job) && (
          <Popconfirm
            title={t('import.undo')}
            description={t(lists.undoHint)}
            onConfirm={() =>
              undo.mutate({ params: { id: job.id } }, { onSuccess: ({ id }) => void go(`/jobs/${id}`) })
            }
          >
            <Button loading={undo.isPending}>{t('import.undo')}</Button>
          </Popconfirm>
        )}
      </JobPanel>
      {undo.error !== null && <ProblemAlert error={undo.error} />}
    </>
  );
};
