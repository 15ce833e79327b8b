import type { taskInput } from '@geoarchive/contract/archive.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import type { z } from 'zod';
import { places } from './places.ts';

type Input = z.infer<typeof taskInput>;
const sources = ['exploration-right', 'mining-right', 'state-project', 'engineering'] as const;
const works = {
  'exploration-right': '勘查',
  'mining-right': '采矿',
  'state-project': '调查项目',
  engineering: '工程勘察',
} as const;
const organisations = ['DEMO-SURVEY', 'DEMO-SURVEY', 'DEMO-MINING', 'DEMO-TEAM'];

/** Tasks of the demo: some overdue, some due soon, most later, counted from today. */
export const demoTasks = (now: Date): Input[] =>
  places.map((place, n) => {
    const source = sources[n % sources.length] ?? 'state-project';
    const due = addDays(dayOf(now), (n - 4) * 13);
    const right = source.endsWith('-right');
    return {
      number: `RW-2026-${String(n + 1).padStart(4, '0')}`,
      name: `${place.name}${place.mineral}${works[source]}`,
      source,
      organisation: organisations[n % organisations.length] ?? 'DEMO-SURVEY',
      node: n % 5 === 1 ? 'HB' : 'NGA',
      due,
      ...(right
        ? { licenceNumber: `T4200002026${String(n + 1).padStart(6, '0')}`, licenceEnd: addDays(due, 30) }
        : {}),
    };
  });
