import { watchCustody } from '../custody/clocks-work.ts';
import { importHoldings, undoHoldings } from '../custody/holding-work.ts';
import { keepNotices } from '../disclosure/notices-work.ts';
import type { Works } from '../jobs/step.ts';
import { computeFigures } from '../reporting/compute-work.ts';
import { exportHoles } from '../subsurface/export-work.ts';
import { importHoles } from '../subsurface/import-work.ts';
import { undoHoles } from '../subsurface/undo-work.ts';
import { endBars } from '../supervision/bars-work.ts';
import { closeSettled, demandMany } from '../supervision/chase-work.ts';
import { learnHolders } from '../supervision/holders-work.ts';
import { importRegisters } from '../supervision/import-work.ts';
import { importOrganisations, undoOrganisations } from '../supervision/organisation-work.ts';
import { recomputeAll, tryRules } from '../supervision/recompute-work.ts';
import { recount } from '../supervision/recount-work.ts';
import { tryReleaseRule } from '../supervision/release-trial.ts';
import { remind } from '../supervision/remind-work.ts';
import { undoRegisters } from '../supervision/undo-work.ts';
import { watchTransfers } from '../transfers/clocks-work.ts';
import type { WorkingDeps } from './deps.ts';
import { importTasks } from './import-work.ts';
import { undoImport } from './undo-work.ts';

/** What the archive plane's jobs do, kind by kind. */
export const archiveWorks: Works<WorkingDeps> = {
  'task-import': importTasks,
  'task-import-undo': undoImport,
  'register-import': importRegisters,
  'register-import-undo': undoRegisters,
  recompute: recomputeAll,
  reminders: remind,
  bars: endBars,
  recount,
  'rule-trial': tryRules,
  'release-trial': tryReleaseRule,
  'chase-demands': demandMany,
  'chase-closing': closeSettled,
  'organisation-import': importOrganisations,
  'organisation-import-undo': undoOrganisations,
  holders: learnHolders,
  'public-notices': keepNotices,
  'custody-clocks': watchCustody,
  'transfer-clocks': watchTransfers,
  'holding-import': importHoldings,
  'holding-import-undo': undoHoldings,
  'hole-import': importHoles,
  'hole-import-undo': undoHoles,
  'hole-export': exportHoles,
  'report-figures': computeFigures,
};
