import type { CaseMessage } from '@geoarchive/contract/case-parts.ts';
import type { OwnCase, OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import { appealable } from '@geoarchive/domain/cases/kinds.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { actsFor } from '../intake/access.ts';
import type { LetterItem } from './letter-store.ts';
import type { OwnCaseDeps } from './own-deps.ts';
import type { OwnCaseRow } from './own-store.ts';

/** A case as its asker sees it; before the archive told anything it has just been opened. */
export const ownView = ({ facts, standing }: OwnCaseRow): OwnCase => ({
  ...facts,
  state: 'opened',
  ...standing,
});

/** A case of the caller's organisation, of one that they act for, or what they asked as a person. Of others it does not exist. */
export const ownCase = async (deps: OwnCaseDeps, caller: Caller, id: string): Promise<OwnCaseRow> => {
  const found = await deps.own.get(id);
  const { organisation, person } = found?.facts.asker ?? {};
  if (found !== undefined && person !== undefined && person === caller.sub) return found;
  if (
    found === undefined ||
    organisation === undefined ||
    !(await actsFor(deps, caller, organisation, found.facts.subject.taskId))
  )
    throw new Problem('not-found', {
      zh: '没有这个案件，或它不属于您的单位。',
      en: 'There is no such case, or it belongs to another organisation.',
    });
  return found;
};

export const lettersOf = async (
  deps: Pick<OwnCaseDeps, 'letters'>,
  caseId: string,
): Promise<LetterItem[]> => {
  const found: LetterItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.letters.list('gsi1', `case-letters#${caseId}`, { cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const asMessage = ({ id, body }: LetterItem): CaseMessage => ({
  id,
  at: body.at,
  from: 'asker',
  by: body.by,
  text: body.text,
  evidence: body.evidence.map(({ key: _, versionId: _v, ...shown }) => shown),
});

const canOf = async (
  deps: OwnCaseDeps,
  { facts, standing }: OwnCaseRow,
  letters: readonly LetterItem[],
): Promise<OwnCaseDetail['can']> => {
  const state = standing?.state ?? 'opened';
  const until = standing?.appealUntil;
  if (!isEnded(state)) {
    if (letters.some(({ body }) => body.kind === 'withdraw')) return [];
    const { quote } = standing ?? {};
    const open = quote?.state === 'offered' && !letters.some(({ body }) => body.quote?.no === quote.no);
    return [state === 'waiting' ? 'answer' : 'write', ...(open ? (['quote'] as const) : []), 'withdraw'];
  }
  const inTime = until !== undefined && until >= dayOf(deps.clock());
  const open = state === 'decided' && appealable(facts.kind) && inTime;
  return open && !(await deps.own.isAppealed(facts.id)) ? ['appeal'] : [];
};

/** What was said in a case, oldest first: own letters, also those still on their way, and what the archive told. */
export const messagesOf = async (
  deps: Pick<OwnCaseDeps, 'letters' | 'own'>,
  caseId: string,
  known?: readonly LetterItem[],
): Promise<CaseMessage[]> => {
  const letters = known ?? (await lettersOf(deps, caseId));
  const all = [...letters.map(asMessage), ...(await deps.own.messages(caseId))];
  const once = [...new Map(all.map((message) => [message.id, message])).values()];
  return once.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/** A case with its conversation: own letters, also those still on their way, and what the archive told. */
export const ownDetail = async (deps: OwnCaseDeps, row: OwnCaseRow): Promise<OwnCaseDetail> => {
  const letters = await lettersOf(deps, row.facts.id);
  return {
    ...ownView(row),
    messages: await messagesOf(deps, row.facts.id, letters),
    can: await canOf(deps, row, letters),
  };
};
