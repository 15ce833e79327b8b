import type { cockpit } from '@geoarchive/contract/routes.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import type * as z from 'zod';

/** What the cockpit's route tells. */
export type Cockpit = z.infer<typeof cockpit.cockpit.reply>;

/** The lines of the archives as rows of the sheet that is taken along. */
export async function* sheetRows(of: Cockpit, say: (text: Bilingual) => string): AsyncGenerator<Values> {
  for (const { node, name, should, submitted, lastYear, overdue, soon } of of.byNode)
    yield {
      node,
      name: say(name),
      asOf: of.asOf,
      year: of.year,
      should,
      submitted,
      ...(should === 0 ? {} : { rate: percent(submitted, should) }),
      lastShould: lastYear.should,
      lastSubmitted: lastYear.submitted,
      overdue,
      soon,
    };
}
