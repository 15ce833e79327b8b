import * as contract from '@geoarchive/contract/reporting.ts';
import type { ReportBody } from '@geoarchive/contract/reporting-parts.ts';
import { annualReportLifecycle, type ReportMove } from '@geoarchive/domain/reporting/report.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ofNode } from '../archive/access.ts';
import type { ReportingDeps } from './deps.ts';
import type { ReportItem } from './report-store.ts';
import { looked, movesOf, shownReport } from './view.ts';

/** Refuses to sign while something is left to do, naming it. */
const expectReady = async (deps: ReportingDeps, item: ReportItem): Promise<void> => {
  const errors = (await looked(deps, item)).findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new Problem(
    'rule-broken',
    {
      zh: `还有 ${errors.length} 处需要处理：${first.message.zh}`,
      en: `${errors.length} things are left to do: ${first.message.en}`,
    },
    errors.slice(0, 50).map(({ code, figure }) => ({ field: figure ?? code, message: code })),
  );
};

const moved = (
  deps: ReportingDeps,
  { body }: ReportItem,
  move: ReportMove,
  caller: Caller,
  reason?: string,
): ReportBody => {
  const at = deps.clock().toISOString();
  const { signed: _, ...rest } = body;
  const history = [
    ...body.history,
    { move, by: caller.name, at, ...(reason === undefined ? {} : { reason }) },
  ];
  if (move === 'sign') return { ...rest, history, signed: { sub: caller.sub, name: caller.name, at } };
  // A draft again: it says the newest figures that there are.
  if (move === 'return') return { ...rest, history, ...(body.latest && { figures: body.latest }) };
  return { ...body, history };
};

const move = async (
  deps: ReportingDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.moveReport>,
) => {
  const item = ofNode(caller, await deps.annualReports.get(params.id));
  expectVersion(item, ifMatch);
  deps.annualReports.expect(item, body.move);
  if (!movesOf(deps, item, caller).includes(body.move))
    throw new Problem('forbidden', {
      zh: `您不能“${annualReportLifecycle.moves[body.move].label.zh}”这份年报；签报人不能审核自己签报的年报。`,
      en: `"${annualReportLifecycle.moves[body.move].label.en}" is not yours to do here; nobody checks what they signed.`,
    });
  if (body.move === 'return' && body.reason === undefined)
    throw new Problem('invalid-input', { zh: '请写明退回原因。', en: 'Say why it is returned.' }, [
      { field: 'body.reason', message: 'required' },
    ]);
  if (body.move === 'sign') await expectReady(deps, item);
  const { node, year } = item.body;
  const after = await deps.annualReports.move(
    item,
    body.move,
    moved(deps, item, body.move, caller, body.move === 'return' ? body.reason : undefined),
    {
      action: contract.moveReport.audit,
      by: caller,
      detail: { move: body.move, ...(body.reason && { reason: body.reason }), figures: item.body.figures },
      events: [
        {
          type: 'AnnualReportMoved',
          data: {
            reportId: item.id,
            node,
            year,
            move: body.move,
            ...(body.reason && { reason: body.reason }),
          },
        },
      ],
    },
  );
  return shownReport(deps, after, caller);
};

export const movingRoutes = [implement(contract.moveReport, move)];
