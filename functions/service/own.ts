import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type { OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import * as service from '@geoarchive/contract/service.ts';
import { useTerms } from '@geoarchive/domain/service/codes.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ulid } from 'ulid';
import { answerLink } from '../cases/answer-link.ts';
import { evidenceOf, signFor } from '../cases/own-evidence.ts';
import { type OwnCaseRow, personKey } from '../cases/own-store.ts';
import { ownDetail, ownView } from '../cases/own-view.ts';
import { writeLetter } from '../cases/write-letter.ts';
import type { OwnServiceDeps } from './own-deps.ts';

/** A request that this very person filed. Of others it does not exist. */
const ownRequest = async (deps: OwnServiceDeps, caller: Caller, id: string): Promise<OwnCaseRow> => {
  const found = await deps.own.get(id);
  if (found?.facts.use === undefined || found.facts.asker.person !== caller.sub)
    throw new Problem('not-found', {
      zh: '没有这份申请，或它不是您提交的。',
      en: 'There is no such request, or it is not yours.',
    });
  return found;
};

/**
 * Consent is an act of the submitter, signed in, or a paper that staff looked at. Somebody who writes one into a request tries to
 * make it up: refused, and written down with who it was.
 */
const refuseForged = async (
  deps: OwnServiceDeps,
  caller: Caller,
  about: string,
  given: readonly unknown[],
): Promise<void> => {
  if (given.every((one) => one === undefined)) return;
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about,
      action: 'service.forged-consent',
      by: caller,
      detail: { fields: given.filter((one) => one !== undefined).length },
    }),
  ]);
  throw new Problem(
    'rule-broken',
    {
      zh: '汇交人的同意不能由申请人填写：只能由汇交人登录后答复，或由馆藏机构核验书面材料。此次尝试已记入审计。',
      en: 'A consent cannot be written by who asks: the submitter answers after signing in, or staff look at a paper. The attempt is on the audit trail.',
    },
    [{ field: 'body.consent', message: 'consent' }],
  );
};

const expectNode = (deps: OwnServiceDeps, node: string): void => {
  if (!deps.settings.nodes.some(({ code }) => code === node))
    throw new Problem('invalid-input', { zh: '没有这个馆藏机构。', en: 'There is no such archive.' }, [
      { field: 'body.node', message: node },
    ]);
};

/** What no schema says: terms of today, a unit where one asks, a paper that shows who asks. */
const expectComplete = ({
  accepted,
  askerKind,
  unit,
  evidence,
}: Call<typeof service.fileUseRequest>['body']) => {
  if (accepted !== useTerms.version)
    throw new Problem(
      'rule-broken',
      { zh: '请阅读并接受现行利用承诺。', en: 'Read and accept the terms as they are now.' },
      [{ field: 'body.accepted', message: useTerms.version }],
    );
  if (askerKind !== 'person' && (unit === undefined || unit === ''))
    throw new Problem('invalid-input', { zh: '请填写单位名称。', en: 'Name the unit that asks.' }, [
      { field: 'body.unit', message: 'unit' },
    ]);
  if (evidence.length === 0)
    throw new Problem(
      'invalid-input',
      {
        zh: '请上传有效证件（单位另附介绍信）。',
        en: 'Upload a valid identity paper (and the letter of your unit).',
      },
      [{ field: 'body.evidence', message: 'evidence' }],
    );
};

const titleOf = (titles: readonly string[]): string => {
  const [first = ''] = titles;
  const rest = titles.length > 1 ? `等 ${titles.length} 件` : '';
  return `利用：${first.slice(0, 100)}${rest}`;
};

const file = async (
  deps: OwnServiceDeps,
  { caller, body }: Call<typeof service.fileUseRequest>,
): Promise<OwnCaseDetail> => {
  const { records, node, purpose, askerKind, unit, text } = body;
  await refuseForged(deps, caller, `person#${caller.sub}`, [
    body.consent,
    ...records.map((one) => one.consent),
  ]);
  expectNode(deps, node);
  expectComplete(body);
  const evidence = await evidenceOf(deps, personKey(caller.sub), body.evidence);
  const now = deps.clock();
  const once = [...new Map(records.map((record) => [record.id, record])).values()];
  const facts: CaseFacts = {
    id: ulid(now.getTime()),
    kind: 'use',
    node,
    title: titleOf(once.map(({ title }) => title)),
    subject: { kind: 'holdings', label: `${once.length} 件资料` },
    asker: { person: caller.sub, name: caller.name },
    openedAt: now.toISOString(),
    openedBy: caller.name,
    use: {
      purpose,
      askerKind,
      terms: useTerms.version,
      ...(unit === undefined || unit === '' ? {} : { unit }),
      records: once.map(({ id, title, note }) => ({
        itemId: ulid(now.getTime()),
        recordId: id,
        title,
        ...(note === undefined ? {} : { note }),
      })),
    },
  };
  await writeLetter(deps, facts, {
    kind: 'open',
    text,
    evidence,
    name: caller.name,
    by: caller,
    opens: facts,
    with: [deps.own.opening(facts)],
    action: service.fileUseRequest.audit,
  });
  return ownDetail(deps, await ownRequest(deps, caller, facts.id));
};

const list = async (deps: OwnServiceDeps, { caller, query }: Call<typeof service.listOwnUseRequests>) => {
  const page = await deps.own.list({ organisation: personKey(caller.sub) }, query);
  return { ...page, items: page.items.map(ownView) };
};

/** The request, when its asker can do this with it now. */
const able = async (
  deps: OwnServiceDeps,
  caller: Caller,
  id: string,
  wanted: readonly OwnCaseDetail['can'][number][],
): Promise<OwnCaseRow> => {
  const row = await ownRequest(deps, caller, id);
  const { can } = await ownDetail(deps, row);
  if (!can.some((one) => wanted.includes(one)))
    throw new Problem('wrong-state', {
      zh: '申请当前状态不允许此操作（已办结或已撤回）。',
      en: 'Not possible as the request stands: it has ended or was withdrawn.',
    });
  return row;
};

const write = async (
  deps: OwnServiceDeps,
  { caller, params, body }: Call<typeof service.writeOwnUseRequest>,
): Promise<OwnCaseDetail> => {
  await refuseForged(deps, caller, params.id, [body.consent]);
  const { facts } = await able(deps, caller, params.id, ['write', 'answer']);
  await writeLetter(deps, facts, {
    kind: 'message',
    text: body.text,
    evidence: await evidenceOf(deps, personKey(caller.sub), body.evidence),
    name: caller.name,
    by: caller,
    action: service.writeOwnUseRequest.audit,
  });
  return ownDetail(deps, await ownRequest(deps, caller, facts.id));
};

const withdraw = async (
  deps: OwnServiceDeps,
  { caller, params, body }: Call<typeof service.withdrawOwnUseRequest>,
): Promise<OwnCaseDetail> => {
  const { facts } = await able(deps, caller, params.id, ['withdraw']);
  await writeLetter(deps, facts, {
    kind: 'withdraw',
    text: body.reason,
    evidence: [],
    name: caller.name,
    by: caller,
    action: service.withdrawOwnUseRequest.audit,
  });
  return ownDetail(deps, await ownRequest(deps, caller, facts.id));
};

const answersOf = {
  accepted: '接受报价。',
  declined: '不接受报价。',
} as const;

/** Accepts or declines the quote that was read: another one may stand in its place by now. */
const answer = async (
  deps: OwnServiceDeps,
  { caller, params, body }: Call<typeof service.answerQuote>,
): Promise<OwnCaseDetail> => {
  const { facts, standing } = await able(deps, caller, params.id, ['quote']);
  if (standing?.quote?.no !== body.no)
    throw new Problem(
      'wrong-state',
      {
        zh: '报价已更新，请刷新页面，看过新的报价再答复。',
        en: 'There is another quote by now: reload the page and read it first.',
      },
      [{ field: 'body.no', message: String(standing?.quote?.no) }],
    );
  await writeLetter(deps, facts, {
    kind: 'quote',
    text: answersOf[body.answer],
    quote: body,
    evidence: [],
    name: caller.name,
    by: caller,
    action: service.answerQuote.audit,
  });
  return ownDetail(deps, await ownRequest(deps, caller, facts.id));
};

export const ownUseRoutes = [
  implement(service.signUseEvidence, (deps: OwnServiceDeps, { caller, body }) =>
    signFor(deps, personKey(caller.sub), body),
  ),
  implement(service.fileUseRequest, file),
  implement(service.listOwnUseRequests, list),
  implement(service.getOwnUseRequest, async (deps: OwnServiceDeps, { caller, params }) =>
    ownDetail(deps, await ownRequest(deps, caller, params.id)),
  ),
  implement(service.writeOwnUseRequest, write),
  implement(service.withdrawOwnUseRequest, withdraw),
  implement(service.answerQuote, answer),
  implement(service.openOwnUseEvidence, async (deps: OwnServiceDeps, { caller, params }) =>
    answerLink(deps, await ownRequest(deps, caller, params.id), params.evidence),
  ),
];
