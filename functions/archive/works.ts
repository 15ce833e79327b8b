import type { Works } from '../jobs/step.ts';
import type { ArchiveDeps } from './deps.ts';
import { importTasks } from './import-work.ts';
import { undoImport } from './undo-work.ts';

/** What the archive plane's jobs do, kind by kind. */
export const archiveWorks: Works<ArchiveDeps> = {
  'task-import': importTasks,
  'task-import-undo': undoImport,
};
