import { supervision } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { registerLines, registerSheet } from '@geoarchive/domain/supervision/register-sheet.ts';
import { type CallInput, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { SheetExport } from '../imports/SheetExport.tsx';

type Query = CallInput<typeof supervision.listRegisters>['query'];

/** Takes along what the list shows and what would come after it, a line for each term. */
export const RegisterExport = ({ query }: { query: Query }) => {
  const api = useApi();
  const rows = async function* () {
    const today = dayOf(new Date());
    let cursor: string | undefined;
    do {
      const page = await api.call(supervision.listRegisters, {
        query: { ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.flatMap((entry) => registerLines(entry, today));
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={registerSheet} rows={rows} />;
};
