import { deepest } from './header.ts';
import { intervalRules } from './interval-rules.ts';
import { placeRules } from './place-rules.ts';
import { filled, type Remark } from './remark.ts';
import type { Breach, CheckedHole, HoleRule } from './rule.ts';

const papers: HoleRule['remedy'] = {
  zh: '请对照原始资料核对后修改。',
  en: 'Compare it with the papers and mend it.',
};
const before =
  (early: 'startedOn' | 'finishedOn', late: 'finishedOn' | 'completedOn') =>
  ({ header }: CheckedHole): Breach[] => {
    const [first, second] = [header[early], header[late]];
    return first !== undefined && second !== undefined && second < first
      ? [{ column: late, values: { first, second } }]
      : [];
  };

const headerRules: readonly HoleRule[] = [
  {
    code: 'ends-before-start',
    severity: 'error',
    message: {
      zh: '终孔日期 {second} 早于开孔日期 {first}。',
      en: 'It ended on {second}, before it began on {first}.',
    },
    remedy: papers,
    test: before('startedOn', 'finishedOn'),
  },
  {
    code: 'completed-before-drilled',
    severity: 'warning',
    message: {
      zh: '完井日期 {second} 早于终孔（完钻）日期 {first}。',
      en: 'It was completed on {second}, before drilling ended on {first}.',
    },
    remedy: papers,
    test: before('finishedOn', 'completedOn'),
  },
  {
    code: 'too-deep',
    severity: 'error',
    message: { zh: '孔深 {depth} m 超过 {deepest} m。', en: 'A depth of {depth} m is over {deepest} m.' },
    remedy: {
      zh: '请核对深度及其单位（米或英尺）。',
      en: 'Look at the depth and its unit (metres or feet).',
    },
    test: ({ header }) =>
      (['finalDepth', 'designDepth', 'trueDepth'] as const).flatMap((column) => {
        const depth = header[column];
        return depth !== undefined && depth > deepest ? [{ column, values: { depth, deepest } }] : [];
      }),
  },
  {
    code: 'true-depth-over-depth',
    severity: 'warning',
    message: {
      zh: '垂深 {trueDepth} m 大于孔深 {finalDepth} m。',
      en: 'The true vertical depth of {trueDepth} m is over the depth of {finalDepth} m.',
    },
    remedy: papers,
    test: ({ header: { trueDepth, finalDepth } }) =>
      trueDepth !== undefined && finalDepth !== undefined && trueDepth > finalDepth + 0.05
        ? [{ column: 'trueDepth', values: { trueDepth, finalDepth } }]
        : [],
  },
];

/** The rules of domain.md §4.3 and §4.6 as one table: what is wrong, how bad, what to do. */
export const holeRules: readonly HoleRule[] = [...headerRules, ...intervalRules, ...placeRules];

/** Breaches of one rule in one hole that are told one by one; of more the first says how many. */
const most = 20;

/** What the rules find in a hole; depths are metres already (`inMetres`). Where it stands in a file the reader adds. */
export const checkHole = (hole: CheckedHole): (Omit<Remark, 'file'> & Pick<Breach, 'kind' | 'at'>)[] =>
  holeRules.flatMap(({ code, severity, message, remedy, test }) => {
    const breaches = test(hole);
    const more = breaches.length - most;
    return breaches.slice(0, most).map(({ values, kind, at, column, depth, mend }, index) => {
      const text = filled(message, values);
      const rest = index === 0 && more > 0;
      return {
        severity,
        code,
        hole: hole.header.hole,
        message: rest
          ? { zh: `${text.zh}（另有 ${more} 处未列出）`, en: `${text.en} (${more} more are not listed)` }
          : text,
        remedy,
        ...(kind === undefined ? {} : { kind }),
        ...(at === undefined ? {} : { at }),
        ...(column === undefined ? {} : { column }),
        ...(depth === undefined ? {} : { depth }),
        ...(mend === undefined ? {} : { mend }),
      };
    });
  });
