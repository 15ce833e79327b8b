import * as contract from '@geoarchive/contract/reporting.ts';
import type { ReportBody, ReportSnapshot } from '@geoarchive/contract/reporting-parts.ts';
import { annualReportLifecycle, type ReportMove } from '@geoarchive/domain/reporting/report.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ofNode } from '../archive/access.ts';
import type { ReportingDeps } from './deps.ts';
import type { ReportItem } from './report-store.ts';
import { asItStands, movesOf, shownReport } from './view.ts';

/** Refuses to sign while something is left to do, naming it. */
const expectReady = ({ findings }: ReportSnapshot): void => {
  const errors = findings.filter(({ severity }) => severity === 'error');
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

/** What the report says, kept beside it in the transaction that signs it. */
const freeze = async (deps: ReportingDeps, item: ReportItem) => {
  const says = await asItStands(deps, item);
  expectReady(says);
  return deps.annualReports.freezing(item.id, says);
};

const moved = (
  deps: ReportingDeps,
  { body }: ReportItem,
  of: { move: ReportMove; caller: Caller; reason: string | undefined; sha256: string | undefined },
): ReportBody => {
  const { move, caller, reason, sha256 } = of;
  const at = deps.clock().toISOString();
  const { signed: _, ...rest } = body;
  const history = [
    ...body.history,
    { move, by: caller.name, at, ...(reason === undefined ? {} : { reason }) },
  ];
  if (sha256 !== undefined)
    return { ...rest, history, signed: { sub: caller.sub, name: caller.name, at, sha256 } };
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
  const frozen = body.move === 'sign' ? await freeze(deps, item) : undefined;
  const { node, year } = item.body;
  const after = await deps.annualReports.move(
    item,
    body.move,
    moved(deps, item, {
      ...{ move: body.move, caller, sha256: frozen?.sha256 },
      reason: body.move === 'return' ? body.reason : undefined,
    }),
    {
      action: contract.moveReport.audit,
      by: caller,
      detail: {
        ...{ move: body.move, ...(body.reason && { reason: body.reason }), figures: item.body.figures },
        ...(frozen && { sha256: frozen.sha256 }),
      },
      ...(frozen && { with: [frozen.write] }),
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
