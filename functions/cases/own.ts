import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type { OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import { ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import type { LetterKind } from '@geoarchive/domain/cases/lifecycle.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { organisationOf, reachable } from '../intake/access.ts';
import { answerLink } from './answer-link.ts';
import type { OwnCaseDeps } from './own-deps.ts';
import { evidenceOf, evidenceRoutes } from './own-evidence.ts';
import { ownStatement } from './own-statement.ts';
import type { OwnCaseRow } from './own-store.ts';
import { ownSubject, taskOf } from './own-subject.ts';
import { ownCase, ownDetail, ownView } from './own-view.ts';
import { writeLetter } from './write-letter.ts';

type Letter = {
  kind: LetterKind;
  text: string;
  evidence: readonly string[];
  opens?: CaseFacts;
  with?: Write[];
  action: string;
};

/** Writes a letter of a caller, with the evidence that they uploaded for it. */
const write = async (deps: OwnCaseDeps, caller: Caller, facts: CaseFacts, of: Letter): Promise<void> => {
  const evidence = await evidenceOf(deps, organisationOf(caller), of.evidence);
  await writeLetter(deps, facts, { ...of, evidence, name: caller.name, by: caller });
};

const shown = async (deps: OwnCaseDeps, caller: Caller, id: string): Promise<OwnCaseDetail> =>
  ownDetail(deps, await ownCase(deps, caller, id));

const list = async (deps: OwnCaseDeps, { caller, query }: Call<typeof cases.listOwnCases>) => {
  const { deposit, task } = query;
  const where =
    deposit !== undefined
      ? { about: (await reachable(deps, caller, deposit)).id }
      : task !== undefined
        ? { about: (await taskOf(deps, caller, task)).id }
        : { organisation: organisationOf(caller) };
  const page = await deps.own.list(where, query);
  return { ...page, items: page.items.map(ownView) };
};

const open = async (
  deps: OwnCaseDeps,
  { caller, body }: Call<typeof cases.openOwnCase>,
): Promise<OwnCaseDetail> => {
  const { node, organisation, subject } = await ownSubject(deps, caller, body.about);
  if (!ruleOf(body.kind).about.includes(subject.kind))
    throw new Problem(
      'rule-broken',
      { zh: '这类案件不能针对此事项提出。', en: 'A case of this kind cannot be about this.' },
      [{ field: 'body.kind', message: body.kind }],
    );
  const statement = await ownStatement(deps, body);
  const now = deps.clock();
  const { name } = await deps.organisations.named(organisation);
  const facts: CaseFacts = {
    id: ulid(now.getTime()),
    kind: body.kind,
    node,
    title: body.title,
    subject,
    asker: { organisation, name },
    openedAt: now.toISOString(),
    openedBy: caller.name,
    ...(statement && { statement }),
  };
  await write(deps, caller, facts, {
    kind: 'open',
    text: body.text,
    evidence: body.evidence,
    opens: facts,
    with: [deps.own.opening(facts)],
    action: cases.openOwnCase.audit,
  });
  return shown(deps, caller, facts.id);
};

/** The case, when the asker can do one of these things with it now. */
const able = async (
  deps: OwnCaseDeps,
  caller: Caller,
  id: string,
  wanted: readonly OwnCaseDetail['can'][number][],
): Promise<OwnCaseRow> => {
  const row = await ownCase(deps, caller, id);
  const { can } = await ownDetail(deps, row);
  if (!can.some((one) => wanted.includes(one)))
    throw new Problem('wrong-state', {
      zh: '案件当前状态不允许此操作（已办结、已撤回或已过期限）。',
      en: 'Not possible as the case stands: it has ended, was withdrawn, or the time for it is over.',
    });
  return row;
};

const answer = async (deps: OwnCaseDeps, { caller, params, body }: Call<typeof cases.writeOwnCase>) => {
  const { facts } = await able(deps, caller, params.id, ['write', 'answer']);
  const { text, evidence } = body;
  await write(deps, caller, facts, { kind: 'message', text, evidence, action: cases.writeOwnCase.audit });
  return shown(deps, caller, facts.id);
};

const withdraw = async (deps: OwnCaseDeps, { caller, params, body }: Call<typeof cases.withdrawOwnCase>) => {
  const { facts } = await able(deps, caller, params.id, ['withdraw']);
  const action = cases.withdrawOwnCase.audit;
  await write(deps, caller, facts, { kind: 'withdraw', text: body.reason, evidence: [], action });
  return shown(deps, caller, facts.id);
};

/** An appeal is a case of its own about the decision, once at most. */
const appeal = async (deps: OwnCaseDeps, { caller, params, body }: Call<typeof cases.appealOwnCase>) => {
  const { facts: before, standing } = await able(deps, caller, params.id, ['appeal']);
  const number = standing?.number ?? '';
  const now = deps.clock();
  const facts: CaseFacts = {
    ...before,
    id: ulid(now.getTime()),
    kind: 'appeal',
    subject: { ...before.subject, kind: 'case', id: before.id, label: `${number} ${before.title}` },
    openedAt: now.toISOString(),
    openedBy: caller.name,
    against: { id: before.id, number },
  };
  try {
    await write(deps, caller, facts, {
      kind: 'open',
      text: body.text,
      evidence: body.evidence,
      opens: facts,
      with: [deps.own.opening(facts), deps.own.appealed(before.id, facts.id)],
      action: cases.appealOwnCase.audit,
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw new Problem('busy');
  }
  return shown(deps, caller, facts.id);
};

export const ownCaseRoutes = [
  implement(cases.listOwnCases, list),
  implement(cases.openOwnCase, open),
  implement(cases.getOwnCase, async (deps: OwnCaseDeps, { caller, params }) =>
    shown(deps, caller, params.id),
  ),
  implement(cases.writeOwnCase, answer),
  implement(cases.withdrawOwnCase, withdraw),
  implement(cases.appealOwnCase, appeal),
  implement(cases.openOwnEvidence, async (deps: OwnCaseDeps, { caller, params }) =>
    answerLink(deps, await ownCase(deps, caller, params.id), params.evidence),
  ),
  ...evidenceRoutes,
];
