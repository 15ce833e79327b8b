import { archive } from '@geoarchive/contract/routes.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { taskValues } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { SheetExport } from '../imports/SheetExport.tsx';
import type { AskedTasks } from './use-asked.ts';

/** Takes all tasks of the list along, as it was asked for. */
export const TaskExport = ({ asked }: { asked: AskedTasks }) => {
  const api = useApi();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const page = await api.call(archive.listAllTasks, {
        query: { ...asked.query, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.map(taskValues);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={taskSheet} rows={rows} />;
};
