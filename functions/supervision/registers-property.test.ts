import { events } from '@geoarchive/contract/events.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import { happeningKinds } from '@geoarchive/domain/supervision/register.ts';
import { taskOf } from '@geoarchive/domain/supervision/task-of.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { eventsIn } from '../testing/written.ts';
import { dutyContext } from './context.ts';
import { registerId } from './register-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(240_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

type Act =
  | { does: 'import'; rows: RegisterRowInput[] }
  | { does: 'undo'; which: number }
  | { does: 'recompute'; days: number }
  | { does: 'publish'; from: number; days: number; kind: 'calendar' | 'working' };

const numbers = Array.from({ length: 20 }, (_, n) => `T42${n}`);
/** Rights of two kinds, and projects, each with rules of its own. */
const kindOf = (number: string) =>
  (['exploration-right', 'mining-right', 'state-project'] as const)[Number(number.slice(3)) % 3] ?? 'other';
const rowArbitrary: fc.Arbitrary<RegisterRowInput> = fc
  .record({
    number: fc.constantFrom(...numbers),
    year: fc.integer({ min: 2015, max: 2024 }),
    years: fc.integer({ min: 1, max: 5 }),
    region: fc.constantFrom('420100', '510100'),
    holder: fc.constantFrom('MINE', 'OTHER'),
    mineral: fc.constantFrom('copper', 'oil'),
    happening: fc.option(fc.constantFrom(...happeningKinds), { freq: 2 }),
    month: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ number, year, years, region, holder, mineral, happening, month }) => ({
    ...{ kind: kindOf(number), number, name: '某矿', holder, regions: [region], minerals: [mineral] },
    ...{ from: `${year}-03-01`, to: `${year + years}-02-28` },
    ...(happening === null ? {} : { happening, happenedOn: `${year + 1}-0${month}-15` }),
  }));
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(rowArbitrary, { minLength: 1, maxLength: 40 })
        .map((rows): Act => ({ does: 'import', rows })),
    },
    { weight: 2, arbitrary: fc.nat(5).map((which): Act => ({ does: 'undo', which })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 900 }).map((days): Act => ({ does: 'recompute', days })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          from: fc.integer({ min: 2014, max: 2027 }),
          days: fc.integer({ min: -60, max: 60 }),
          kind: fc.constantFrom('calendar', 'working'),
        })
        .map((of): Act => ({ does: 'publish', ...of })),
    },
  ),
  { minLength: 1, maxLength: 5 },
);

const post = (kit: ArchiveKit, path: string, body?: object) =>
  kit.as('ministry', { method: 'POST', path, ...(body === undefined ? {} : { body }) });

/** Does it as the queue would, and gives the id of an import. */
const doing = async (kit: ArchiveKit, act: Act, imports: readonly string[]): Promise<string | undefined> => {
  if (act.does === 'recompute') {
    kit.time.now = new Date(kit.time.now.getTime() + act.days * 86_400_000);
    await post(kit, '/supervision/recompute');
  } else if (act.does === 'publish') {
    const { from, days, kind } = act;
    const draft = {
      ...{ from: `${from}-01-01`, active: true, effect: { days, kind }, needs: ['result'] },
      reference: { zh: '试', en: 'A trial' },
    };
    const path = '/supervision/rules/exploration-expiry/versions';
    expect((await post(kit, path, { draft, reason: '试' })).status).toBeLessThan(300);
  } else if (act.does === 'undo') {
    const id = imports[act.which];
    if (id !== undefined) await post(kit, `/supervision/registers/imports/${id}/undo`);
  } else {
    const id = ulid();
    const path = `/supervision/registers/imports/${id}`;
    await kit.as('ministry', { method: 'PUT', path: `${path}/batches/1`, body: { rows: act.rows } });
    await post(kit, path, { batches: 1, subject: 'x' });
    await kit.work();
    return id;
  }
  await kit.work();
  return undefined;
};

test('whatever is imported, taken back and reckoned anew: tasks are those reckoned from scratch, and each change of one was told', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const kit = await archiveKit(tables);
      kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
      const imports: string[] = [];
      for (const act of [...all, { does: 'recompute', days: 0 } as const]) {
        const id = await doing(kit, act, imports);
        if (id !== undefined) imports.push(id);
      }
      const context = await dutyContext(kit);
      const wanted: Record<string, string> = {};
      const stored: Record<string, string> = {};
      const versions: Record<string, number> = {};
      for (const number of numbers) {
        const id = registerId(kindOf(number), number);
        const entry = await kit.registers.get(id);
        if (entry === undefined) continue;
        for (const duty of dutiesOf(entry.body, context)) {
          const task = taskOf(id, entry.body, duty);
          wanted[task.number] = `${task.node} ${task.organisation} ${task.due}`;
        }
        for (const { taskId } of Object.values(entry.body.tasks)) {
          const task = await kit.tasks.get(taskId);
          if (task === undefined) continue;
          versions[taskId] = task.version;
          if (task.state !== 'withdrawn')
            stored[task.body.number] = `${task.body.node} ${task.body.organisation} ${task.body.due}`;
        }
      }
      expect(stored).toEqual(wanted);
      const told = (await eventsIn(tables, kit.table)).flatMap(({ type, data }) =>
        type === 'TasksRecorded' ? events.TasksRecorded.data.parse(data).tasks : [],
      );
      const versionsOf = (id: string) =>
        told
          .filter(({ task }) => task.id === id)
          .map(({ version }) => version)
          .sort((a, b) => a - b);
      // Every version of every task once: none is lost in a transaction of many, none told twice.
      for (const [id, version] of Object.entries(versions))
        expect(versionsOf(id)).toEqual(Array.from({ length: version }, (_, n) => n + 1));
      expect(kit.errors).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
