import type { Chase } from '@geoarchive/contract/chases.ts';
import { chases } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { termEnd } from '@geoarchive/domain/supervision/chase.ts';
import { chaseSheet } from '@geoarchive/domain/supervision/chase-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { SheetExport } from '../imports/SheetExport.tsx';

const known = (of: Record<string, string | number | undefined>): Values =>
  Object.fromEntries(
    Object.entries(of).filter((one): one is [string, string | number] => one[1] !== undefined),
  );

const valuesOf = ({ id, track, state, node, organisation, organisationName, ...of }: Chase): Values => {
  const last = of.steps.at(-1);
  return known({
    ...{ id, organisation, organisationName, track, state, node },
    tasks: of.taskIds.length,
    opened: dayOf(new Date(of.openedAt)),
    paper: last?.paper,
    on: last?.on,
    served: last?.served?.on,
    until: last && termEnd({ ...last, served: last.served?.on }),
    fine: of.steps.find(({ step }) => step === 'fine')?.amount,
    ended: of.ended && dayOf(new Date(of.ended.at)),
  });
};

/** Takes all chases of the archive along. */
export const ChaseExport = ({ of }: { of: { node?: string } }) => {
  const api = useApi();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const query = { limit: 100, ...of, ...(cursor === undefined ? {} : { cursor }) };
      const page = await api.call(chases.listChases, { query });
      yield* page.items.map(valuesOf);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={chaseSheet} rows={rows} taken="all" />;
};
