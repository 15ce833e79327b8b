import type { Bilingual } from '../text.ts';
import type { CaseKind } from './kinds.ts';

/** The statements (说明、承诺) that a submitter makes about a task. Each is a kind of case; its decision has an effect on the task. */
export const statementKinds = ['no-data', 'force-majeure'] as const satisfies readonly CaseKind[];
export type StatementKind = (typeof statementKinds)[number];
export const isStatement = (kind: CaseKind): kind is StatementKind =>
  statementKinds.some((one) => one === kind);

/**
 * What the submitter pledges with a 未形成地质资料承诺书 (notice of 2025). The wording is ours: the form of the notice was not at hand. It
 * goes signed with the letter, as it was read.
 */
export const noDataPledge: Bilingual = {
  zh: '本单位承诺：因不可抗力等原因未开展地质工作，未形成应当汇交的地质资料。上述情况属实；如有虚假，愿依照《矿产资源法》《地质资料管理条例》承担责任。',
  en: 'We pledge: no geological work was done, because of force majeure or the like, and no data were formed that are to be handed in. This is true; for a false statement we answer under the Mineral Resources Law and the Regulation.',
};
