import type { Works } from '../jobs/step.ts';
import { endBars } from '../supervision/bars-work.ts';
import { closeSettled, demandMany } from '../supervision/chase-work.ts';
import { importRegisters } from '../supervision/import-work.ts';
import { recomputeAll, tryRules } from '../supervision/recompute-work.ts';
import { recount } from '../supervision/recount-work.ts';
import { remind } from '../supervision/remind-work.ts';
import { undoRegisters } from '../supervision/undo-work.ts';
import type { ArchiveDeps } from './deps.ts';
import { importTasks } from './import-work.ts';
import { undoImport } from './undo-work.ts';

/** What the archive plane's jobs do, kind by kind. */
export const archiveWorks: Works<ArchiveDeps> = {
  'task-import': importTasks,
  'task-import-undo': undoImport,
  'register-import': importRegisters,
  'register-import-undo': undoRegisters,
  recompute: recomputeAll,
  reminders: remind,
  bars: endBars,
  recount,
  'rule-trial': tryRules,
  'chase-demands': demandMany,
  'chase-closing': closeSettled,
};
