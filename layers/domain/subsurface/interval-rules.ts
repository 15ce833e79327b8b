import type { Breach, CheckedHole, HoleRule } from './rule.ts';
import { type ChildKind, childKinds } from './tables.ts';

/** What depths of papers may differ by without meaning anything, in metres. */
const slack = 0.05;
const look: HoleRule['remedy'] = {
  zh: '请对照原始资料核对后修改。',
  en: 'Compare it with the papers and mend it.',
};

type Interval = { from: number; to: number; at: number };
const intervalsOf = (hole: CheckedHole, kind: ChildKind): Interval[] =>
  hole.children[kind].flatMap((row, at) =>
    'from' in row && 'to' in row && row.from !== undefined && row.to !== undefined
      ? [{ from: row.from, to: row.to, at }]
      : [],
  );
const round = (metres: number): number => Math.round(metres * 1000) / 1000;

/** The layers from above, those alone that are one; ties by their end. */
const layersOf = (hole: CheckedHole): Interval[] =>
  intervalsOf(hole, 'layers')
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to);

const overlaps = (hole: CheckedHole): Breach[] => {
  const found: Breach[] = [];
  let deepest = Number.NEGATIVE_INFINITY;
  for (const { from, to, at } of layersOf(hole)) {
    if (from < deepest - slack)
      found.push({ kind: 'layers', at, depth: from, values: { from, to, before: round(deepest) } });
    deepest = Math.max(deepest, to);
  }
  return found;
};

/** Where no layer stands, from the collar to the final depth. */
const gaps = (hole: CheckedHole): Breach[] => {
  const layers = layersOf(hole);
  const found: Breach[] = [];
  let done = 0;
  const gap = (to: number, at: number) =>
    to > done + slack && found.push({ kind: 'layers', at, depth: done, values: { from: round(done), to } });
  for (const { from, to, at } of layers) {
    gap(from, at);
    done = Math.max(done, to);
  }
  const { finalDepth } = hole.header;
  const last = layers.at(-1);
  if (last !== undefined && finalDepth !== undefined) gap(finalDepth, last.at);
  return found;
};

/** Kinds whose rows may lie below the bottom: what was planned for casing and sealing is written down, too. */
const depthsOf = (row: object): number[] =>
  ['depth', 'from', 'to', 'top'].flatMap((key) => {
    const value: unknown = Reflect.get(row, key);
    return typeof value === 'number' ? [value] : [];
  });
const beyond = (hole: CheckedHole): Breach[] => {
  const { finalDepth } = hole.header;
  if (finalDepth === undefined) return [];
  return childKinds.flatMap((kind) =>
    hole.children[kind].flatMap((row, at) => {
      const depth = Math.max(...depthsOf(row), 0);
      return depth > finalDepth + slack ? [{ kind, at, depth, values: { depth, finalDepth } }] : [];
    }),
  );
};

const samplesOutside = (hole: CheckedHole): Breach[] => {
  const layers = layersOf(hole);
  if (layers.length === 0) return [];
  return hole.children.samples.flatMap(({ from, to = from }, at) => {
    const within = layers.some((layer) => from >= layer.from - slack && to <= layer.to + slack);
    return within ? [] : [{ kind: 'samples' as const, at, depth: from, values: { from, to } }];
  });
};

const assaysAlone = (hole: CheckedHole): Breach[] => {
  const known = new Set(hole.children.samples.map(({ sample }) => sample));
  const told = new Set<string>();
  return hole.children.assays.flatMap(({ sample }, at) => {
    if (known.has(sample) || told.has(sample)) return [];
    told.add(sample);
    return [{ kind: 'assays' as const, at, values: { sample } }];
  });
};

const recoveryKinds = ['runs', 'layers'] as const;
const recoveries = ({ header, children }: CheckedHole): Breach[] => {
  const wrong = (recovery: number | undefined) => recovery !== undefined && (recovery < 0 || recovery > 110);
  const ofHeader = header.coreRecovery;
  return [
    ...(wrong(ofHeader) ? [{ column: 'coreRecovery', values: { recovery: ofHeader ?? 0 } }] : []),
    ...recoveryKinds.flatMap((kind) =>
      children[kind].flatMap(({ recovery, from }, at) =>
        wrong(recovery)
          ? [{ kind, at, column: 'recovery', depth: from, values: { recovery: recovery ?? 0 } }]
          : [],
      ),
    ),
  ];
};

/** Rules about what stands along a hole (domain.md §4.3). */
export const intervalRules: readonly HoleRule[] = [
  {
    code: 'interval-reversed',
    severity: 'error',
    message: {
      zh: '起始深度 {from} 不小于终止深度 {to}。',
      en: 'It begins at {from} m, not above its end at {to} m.',
    },
    remedy: {
      zh: '起始深度应小于终止深度；请核对两列是否填反。',
      en: 'From must be less than to: see whether they were swapped.',
    },
    test: (hole) =>
      childKinds.flatMap((kind) =>
        intervalsOf(hole, kind).flatMap(({ from, to, at }) =>
          from < to || (kind === 'samples' && from === to)
            ? []
            : [{ kind, at, column: 'from', depth: from, values: { from, to } }],
        ),
      ),
  },
  {
    code: 'layers-overlap',
    severity: 'warning',
    message: {
      zh: '分层 {from}–{to} m 与上一层（至 {before} m）重叠。',
      en: 'The layer {from}–{to} m overlaps one above it that ends at {before} m.',
    },
    remedy: look,
    test: overlaps,
  },
  {
    code: 'layers-gap',
    severity: 'warning',
    message: { zh: '{from}–{to} m 没有分层。', en: 'No layer from {from} to {to} m.' },
    remedy: { zh: '请补充该段分层，或核对终孔深度。', en: 'Add the layer, or look at the final depth.' },
    test: gaps,
  },
  {
    code: 'beyond-final-depth',
    severity: 'warning',
    message: {
      zh: '深度 {depth} m 超过终孔深度 {finalDepth} m。',
      en: 'Its depth of {depth} m lies below the final depth of {finalDepth} m.',
    },
    remedy: { zh: '请核对该行深度与终孔深度。', en: 'Look at this depth and at the final depth.' },
    test: beyond,
  },
  {
    code: 'sample-outside-layer',
    severity: 'warning',
    message: {
      zh: '样品 {from}–{to} m 不在任何一个分层之内。',
      en: 'The sample {from}–{to} m lies within no single layer.',
    },
    remedy: look,
    test: samplesOutside,
  },
  {
    code: 'assay-without-sample',
    severity: 'warning',
    message: {
      zh: '化验结果的样号 {sample} 不在样品表中。',
      en: 'Assays name the sample {sample}, which is not among the samples.',
    },
    remedy: { zh: '请在样品表中补充该样号及其深度。', en: 'Add the sample with its depths.' },
    test: assaysAlone,
  },
  {
    code: 'recovery-impossible',
    severity: 'error',
    message: {
      zh: '采取率 {recovery}% 不在 0–110% 之间。',
      en: 'A recovery of {recovery} % is not between 0 and 110 %.',
    },
    remedy: { zh: '请核对岩心长与进尺。', en: 'Look at core length and footage.' },
    test: recoveries,
  },
  {
    code: 'core-longer-than-run',
    severity: 'warning',
    message: {
      zh: '岩心长 {core} m 大于进尺 {footage} m 的 110%。',
      en: 'The core of {core} m is over 110 % of the run of {footage} m.',
    },
    remedy: look,
    test: ({ children }) =>
      children.runs.flatMap(({ from, to, coreLength }, at) =>
        coreLength !== undefined && from < to && coreLength > (to - from) * 1.1 + slack
          ? [{ kind: 'runs', at, depth: from, values: { core: coreLength, footage: round(to - from) } }]
          : [],
      ),
  },
];
