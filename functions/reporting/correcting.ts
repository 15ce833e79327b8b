import * as contract from '@geoarchive/contract/evaluation.ts';
import { wrongItems } from '@geoarchive/domain/reporting/correction.ts';
import { indicators } from '@geoarchive/domain/reporting/evaluation.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { type EvaluationDeps, editions, isGranted, loadEvaluation, shownEvaluation } from './evaluations.ts';

const reasons = {
  'not-measured': { zh: '没有数据来源，不能更正', en: 'nothing measures it' },
  'too-many': { zh: '分子大于分母', en: 'the part is more than the whole' },
  same: { zh: '与现在的数相同', en: 'it stands so already' },
  twice: { zh: '重复', en: 'named twice' },
} as const;

/** Corrects what was circulated by an appeal that was granted; a further edition is told to all units, as the first was. */
const correct = async (
  deps: EvaluationDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.correctEvaluation>,
) => {
  const item = await loadEvaluation(deps, caller, params.id);
  expectVersion(item, ifMatch);
  if (item.state !== 'circulated')
    throw new Problem('wrong-state', {
      zh: '尚未通报的评估不必更正，请重新测算。',
      en: 'What was not circulated needs no correction: count it anew.',
    });
  const appeal = await deps.cases.get(body.appeal);
  if (appeal === undefined || !isGranted(appeal, item.id))
    throw new Problem(
      'rule-broken',
      {
        zh: '更正须依据对本次评估提出并已支持（含部分支持）的申诉。',
        en: 'A correction rests on an appeal against this evaluation that was granted, at least in part.',
      },
      [{ field: 'body.appeal', message: 'granted' }],
    );
  const known = item.body.corrections ?? [];
  const { number, node: unit } = appeal.body;
  if (known.some((one) => one.appeal.id === appeal.id))
    throw new Problem('wrong-state', {
      zh: `申诉 ${number} 已据以更正。`,
      en: `A correction was made by the appeal ${number} already.`,
    });
  const wrong = wrongItems({ unit, items: body.items }, editions(item).results);
  const [first] = wrong;
  if (first !== undefined) {
    const { name } = indicators[first.indicator];
    throw new Problem(
      'rule-broken',
      {
        zh: `“${name.zh}”不能这样更正：${reasons[first.why].zh}。`,
        en: `"${name.en}" cannot be corrected so: ${reasons[first.why].en}.`,
      },
      wrong.map(({ indicator, why }) => ({ field: `body.items.${indicator}`, message: why })),
    );
  }
  const correction = {
    ...{ unit, items: body.items, text: body.text, by: caller.name, at: deps.clock().toISOString() },
    appeal: { id: appeal.id, number },
  };
  const after = await deps.evaluations.change(
    item,
    { ...item.body, corrections: [...known, correction] },
    {
      action: contract.correctEvaluation.audit,
      by: caller,
      detail: { unit, appeal: number, items: body.items, edition: known.length + 2 },
      events: [
        {
          type: 'EvaluationCirculated',
          data: { evaluationId: item.id, period: item.body.period, edition: known.length + 2 },
        },
      ],
    },
  );
  return shownEvaluation(deps, after, caller);
};

export const correctingRoutes = [implement(contract.correctEvaluation, correct)];
