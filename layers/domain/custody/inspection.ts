import { lifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';
import { entrusters } from './agreement.ts';
import { type InspectionGroup, inspectionGroups } from './settings.ts';

const event = 'InspectionMoved';

/**
 * An inspection (检查) of a custodian: planned by who entrusts, dispatched to the inspectors of an archive, carried out, closed once everything
 * it asked for is rectified.
 */
export const inspectionLifecycle = lifecycle({
  name: 'inspection',
  initial: 'planned',
  states: {
    planned: { zh: '已计划', en: 'Planned' },
    dispatched: { zh: '已派发', en: 'Dispatched' },
    done: { zh: '已检查', en: 'Carried out' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  moves: {
    dispatch: {
      from: ['planned'],
      to: 'dispatched',
      by: entrusters,
      event,
      label: { zh: '派发', en: 'Dispatch' },
    },
    cancel: {
      from: ['planned', 'dispatched'],
      to: 'cancelled',
      by: entrusters,
      event,
      label: { zh: '取消检查', en: 'Call off' },
    },
    complete: {
      from: ['dispatched'],
      to: 'done',
      by: ['INSPECTOR'],
      event,
      label: { zh: '完成检查', en: 'Complete' },
    },
    close: {
      from: ['done'],
      to: 'closed',
      by: [...entrusters, 'SYSTEM'],
      event: 'InspectionClosed',
      label: { zh: '办结', en: 'Close' },
    },
  },
});
export type InspectionState = keyof typeof inspectionLifecycle.states;

const inspecting = ['INSPECTOR', ...entrusters] as const;

/** What a custodian has to put right (整改): answered with evidence, then accepted or sent back. */
export const rectificationLifecycle = lifecycle({
  name: 'rectification',
  initial: 'open',
  states: {
    open: { zh: '待整改', en: 'To be rectified' },
    answered: { zh: '待复核', en: 'To be reviewed' },
    accepted: { zh: '已通过', en: 'Accepted' },
  },
  moves: {
    answer: {
      from: ['open'],
      to: 'answered',
      by: ['CUSTODIAN_ADMIN'],
      event: 'RectificationMoved',
      label: { zh: '提交整改', en: 'Submit' },
    },
    accept: {
      from: ['answered'],
      to: 'accepted',
      by: inspecting,
      event: 'RectificationMoved',
      label: { zh: '通过', en: 'Accept' },
    },
    return: {
      from: ['answered'],
      to: 'open',
      by: inspecting,
      event: 'RectificationMoved',
      label: { zh: '退回重改', en: 'Send back' },
    },
  },
});
export type RectificationState = keyof typeof rectificationLifecycle.states;

/** What an inspection holds at most: each finding becomes a rectification in the transaction that completes it. */
export const inspectionLimits = { findings: 25, photosOfFinding: 10, photos: 60 } as const;

/** What an item of a checklist comes to. */
export const results = ['pass', 'partly', 'fail', 'not-applicable'] as const;
export type Result = (typeof results)[number];
export const resultNames: Readonly<Record<Result, Bilingual>> = {
  pass: { zh: '符合', en: 'Met' },
  partly: { zh: '部分符合', en: 'Partly met' },
  fail: { zh: '不符合', en: 'Not met' },
  'not-applicable': { zh: '不适用', en: 'Does not apply' },
};
const points: Readonly<Record<Exclude<Result, 'not-applicable'>, number>> = { pass: 1, partly: 0.5, fail: 0 };

export const groupNames: Readonly<Record<InspectionGroup, Bilingual>> = {
  storage: { zh: '库房与保管', en: 'Storage' },
  safety: { zh: '安全', en: 'Safety' },
  catalogue: { zh: '目录与清单', en: 'Catalogue' },
  service: { zh: '利用服务', en: 'Service' },
};

export type ChecklistItem = { code: string; group: InspectionGroup; text: Bilingual };
export type Scored = { total: number | undefined; groups: { group: InspectionGroup; score: number }[] };

const tenth = (share: number): number => Math.round(share * 1000) / 10;

/**
 * The score of an inspection in percent, to a tenth: in each part the mean of its items that apply, the parts by their weights. A part in which
 * nothing applies or was answered does not count; without any there is no score.
 */
export const scoreOf = (
  items: readonly Pick<ChecklistItem, 'code' | 'group'>[],
  answers: Readonly<Record<string, { result: Result } | undefined>>,
  weights: Readonly<Record<InspectionGroup, number>>,
): Scored => {
  const groups = inspectionGroups.flatMap((group) => {
    const found = items
      .filter((item) => item.group === group)
      .flatMap(({ code }) => {
        const result = answers[code]?.result;
        return result === undefined || result === 'not-applicable' ? [] : [points[result]];
      });
    if (found.length === 0) return [];
    return [{ group, share: found.reduce((sum, one) => sum + one, 0) / found.length }];
  });
  const weight = groups.reduce((sum, { group }) => sum + weights[group], 0);
  const sum = groups.reduce((all, { group, share }) => all + share * weights[group], 0);
  return {
    total: weight === 0 ? undefined : tenth(sum / weight),
    groups: groups.map(({ group, share }) => ({ group, score: tenth(share) })),
  };
};

/** Items that an inspection still has to answer before it is complete. */
export const unanswered = (
  items: readonly Pick<ChecklistItem, 'code'>[],
  answers: Readonly<Record<string, unknown>>,
): string[] => items.map(({ code }) => code).filter((code) => answers[code] === undefined);
