import { transfers } from '@geoarchive/contract/routes.ts';
import { transferSheet } from '@geoarchive/domain/transfer/transfer-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { SheetExport } from '../imports/SheetExport.tsx';
import type { AskedTransfers } from './shows.ts';
import { transferValues } from './values.ts';

/** Takes all transfers of the list along, as it was asked for. */
export const TransferExport = ({ of }: { of: AskedTransfers }) => {
  const api = useApi();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const page = await api.call(transfers.listTransfers, {
        query: { ...of, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.map(transferValues);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={transferSheet} rows={rows} taken="all" />;
};
