import type { Bilingual } from '../text.ts';

/** Why the authority may set another due date than the law's arithmetic gives. */
export const dueGroundNames = {
  'force-majeure': { zh: '不可抗力（《条例》第十一条）', en: 'Force majeure (Regulation art. 11)' },
  'not-reviewed': {
    zh: '国家出资项目成果未通过评审，有组织单位证明（2012 年通知）',
    en: 'Report of a State-funded project not reviewed yet, proved by its organiser (notice of 2012)',
  },
  other: { zh: '主管部门决定', en: 'Decision of the authority' },
} as const satisfies Record<string, Bilingual>;
export type DueGround = keyof typeof dueGroundNames;
const isDueGround = (name: string): name is DueGround => Object.hasOwn(dueGroundNames, name);
export const dueGrounds: readonly DueGround[] = Object.keys(dueGroundNames).filter(isDueGround);
