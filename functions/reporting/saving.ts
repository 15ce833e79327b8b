import * as contract from '@geoarchive/contract/reporting.ts';
import type { ReportBody } from '@geoarchive/contract/reporting-parts.ts';
import { annualReportLifecycle } from '@geoarchive/domain/reporting/report.ts';
import { figureOf } from '@geoarchive/domain/reporting/tables/tables.ts';
import { mayEnter } from '@geoarchive/domain/reporting/values.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { type FieldProblem, Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ofNode } from '../archive/access.ts';
import type { ReportingDeps } from './deps.ts';
import type { ReportItem } from './report-store.ts';
import { isEditor, readValues, shownReport } from './view.ts';

type Written = { by: string; at: string; version: number };
const tries = 5;

/** Refuses, and leaves in the audit trail that somebody tried. */
const refuse = async (
  deps: ReportingDeps,
  item: ReportItem,
  caller: Caller,
  what: string,
): Promise<never> => {
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      ...{ about: item.id, action: 'reporting.refused', by: caller, node: item.body.node },
      detail: { what, state: item.state },
    }),
  ]);
  const state = annualReportLifecycle.states[item.state];
  throw new Problem('wrong-state', {
    zh: `年报为“${state.zh}”，签报后不能修改。需要修改的，请审核单位退回。`,
    en: `The report is "${state.en}": what was signed is not changed. If it must be, whoever checks it returns it.`,
  });
};

const loadToEdit = async (
  deps: ReportingDeps,
  caller: Caller,
  id: string,
  what: string,
): Promise<ReportItem> => {
  const item = ofNode(caller, await deps.annualReports.get(id));
  if (!isEditor(caller, item.body.node))
    throw new Problem('forbidden', {
      zh: '年报由填报单位自己的人员填写。',
      en: 'A report is filled in by people of its own unit.',
    });
  if (item.state !== 'draft') await refuse(deps, item, caller, what);
  return item;
};

/** What somebody else wrote after the version that the caller saw, where the caller would write something else over it. */
const overwritten = (
  since: number,
  known: Written | undefined,
  same: boolean,
  field: string,
  shown: string,
): FieldProblem[] =>
  known !== undefined && known.version > since && !same ? [{ field, message: `${known.by}: ${shown}` }] : [];

const refuseOverwriting = (clashes: FieldProblem[]): void => {
  if (clashes.length === 0) return;
  const names = clashes.map(({ field, message }) => {
    const name = figureOf(field)?.name ?? { zh: field, en: field };
    return { zh: `“${name.zh}”（${message}）`, en: `"${name.en}" (${message})` };
  });
  throw new Problem(
    'stale',
    {
      zh: `您打开之后，他人修改了：${names.map(({ zh }) => zh).join('、')}。请刷新后再改。`,
      en: `Since you opened it, somebody changed: ${names.map(({ en }) => en).join(', ')}. Reload, then make your change.`,
    },
    clashes,
  );
};

const seen = (ifMatch: number | undefined): number => {
  if (ifMatch !== undefined) return ifMatch;
  throw new Problem('invalid-input', {
    zh: '缺少 If-Match：请说明修改所依据的版本。',
    en: 'If-Match is missing: say which version the change is based on.',
  });
};

/**
 * Saves on the newest version: what others changed elsewhere meanwhile stays, and what they changed at the same place is refused by
 * `change`. Whoever loses the race of an instant looks again.
 */
const saving = async (
  deps: ReportingDeps,
  caller: Caller,
  of: { id: string; action: string; what: string; detail: Record<string, unknown> },
  change: (item: ReportItem, written: Written) => ReportBody | Promise<ReportBody>,
): Promise<ReportItem> => {
  for (let attempt = 1; ; attempt += 1) {
    const item = await loadToEdit(deps, caller, of.id, of.what);
    const written = { by: caller.name, at: deps.clock().toISOString(), version: item.version + 1 };
    try {
      return await deps.annualReports.change(item, await change(item, written), {
        ...{ action: of.action, by: caller, detail: of.detail },
      });
    } catch (error) {
      // What `change` itself refuses names its fields; a race does not.
      const raced = error instanceof Problem && error.kind === 'stale' && error.fields.length === 0;
      if (!raced || attempt >= tries) throw error;
    }
  }
};

const saveTable = async (
  deps: ReportingDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.saveTable>,
) => {
  const since = seen(ifMatch);
  const strange = [...body.figures, ...body.explanations].filter(
    ({ figure }) => figureOf(figure)?.table !== params.table,
  );
  if (strange.length > 0)
    throw new Problem(
      'invalid-input',
      { zh: '有的数据不属于这张表。', en: 'Some figures are not of this table.' },
      strange.map(({ figure }) => ({ field: `figures.${figure}`, message: params.table })),
    );
  const broken = body.figures.filter(({ figure, n }) => {
    const source = figureOf(figure)?.source;
    return n !== null && !Number.isInteger(n) && !(source?.kind === 'manual' && source.decimals === true);
  });
  if (broken.length > 0)
    throw new Problem(
      'invalid-input',
      { zh: '这些数据须为整数。', en: 'These figures are whole numbers.' },
      broken.map(({ figure, n }) => ({ field: `figures.${figure}`, message: String(n) })),
    );
  const detail = {
    table: params.table,
    figures: Object.fromEntries(body.figures.map(({ figure, n }) => [figure, n])),
    explained: body.explanations.map(({ figure }) => figure),
  };
  const item = await saving(
    deps,
    caller,
    { id: params.id, action: contract.saveTable.audit, what: params.table, detail },
    async (now, written) => {
      const { run, values } = await readValues(deps, now);
      const foreign = body.figures.filter(({ figure }) => values[figure] === undefined);
      if (foreign.length > 0)
        throw new Problem(
          'invalid-input',
          { zh: '有的数据不属于本单位的年报。', en: 'Some figures are none of this unit’s report.' },
          foreign.map(({ figure }) => ({ field: `figures.${figure}`, message: figure })),
        );
      const counted = body.figures.filter(({ figure }) => !mayEnter(figure, run?.sourced));
      if (counted.length > 0)
        throw new Problem(
          'rule-broken',
          {
            zh: '由业务数据汇总的数据不能手工修改；与实际不符的，请改正业务数据后重新汇总，或填写说明。',
            en: 'What is counted from operations is not entered by hand: mend the objects and make the figures anew, or explain.',
          },
          counted.map(({ figure }) => ({ field: `figures.${figure}`, message: 'operations' })),
        );
      refuseOverwriting([
        ...body.figures.flatMap(({ figure, n }) => {
          const known = now.body.entered[figure];
          return overwritten(since, known, known?.n === (n ?? undefined), figure, String(known?.n ?? '—'));
        }),
        ...body.explanations.flatMap(({ figure, text }) => {
          const known = now.body.explanations[figure];
          return overwritten(since, known, known?.text === text, figure, known?.text ?? '');
        }),
      ]);
      const entered = { ...now.body.entered };
      for (const { figure, n } of body.figures)
        entered[figure] = { ...written, ...(n === null ? {} : { n }) };
      const explanations = { ...now.body.explanations };
      for (const { figure, text } of body.explanations) explanations[figure] = { ...written, text };
      return { ...now.body, entered, explanations };
    },
  );
  return shownReport(deps, item, caller);
};

const saveText = async (
  deps: ReportingDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.saveText>,
) => {
  const since = seen(ifMatch);
  const { part } = params;
  const item = await saving(
    deps,
    caller,
    { id: params.id, action: contract.saveText.audit, what: part, detail: { part } },
    (now, written) => {
      const known = now.body.texts[part];
      refuseOverwriting(
        overwritten(since, known, known?.text === body.text, part, known?.text.slice(0, 50) ?? ''),
      );
      return { ...now.body, texts: { ...now.body.texts, [part]: { ...written, text: body.text } } };
    },
  );
  return shownReport(deps, item, caller);
};

export const savingRoutes = [
  implement(contract.saveTable, saveTable),
  implement(contract.saveText, saveText),
];
