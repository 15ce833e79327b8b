import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type * as cases from '@geoarchive/contract/cases.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { isStatement, noDataPledge } from '@geoarchive/domain/cases/statements.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { OwnCaseDeps } from './own-deps.ts';

const missing = (field: string, zh: string, en: string) =>
  new Problem('invalid-input', { zh, en }, [{ field: `body.${field}`, message: field }]);

/**
 * What a statement says beside its text; nothing of other cases. A statement is made while the task is owed: what was handed in, or
 * has ended, needs none.
 */
export const ownStatement = async (
  deps: Pick<OwnCaseDeps, 'tasks'>,
  { kind, about, pledged, expected }: BodyOf<typeof cases.openOwnCase>,
): Promise<CaseFacts['statement']> => {
  if (!isStatement(kind) || about.kind !== 'task') return undefined;
  if ((await deps.tasks.get(about.id))?.state !== 'open')
    throw new Problem('wrong-state', {
      zh: '只有待汇交的任务可以提交承诺或说明。',
      en: 'A statement is made about a task that is still owed.',
    });
  if (kind === 'force-majeure') {
    if (expected === undefined)
      throw missing('expected', '请写明预计可以汇交的日期。', 'Say on which day you expect to hand in.');
    return { expected };
  }
  if (pledged !== true) throw missing('pledged', '请确认承诺内容。', 'Confirm what is pledged.');
  return { pledge: noDataPledge.zh };
};
