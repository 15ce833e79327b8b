import type { CaseFacts } from '@geoarchive/contract/case-parts.ts';
import type { ReportAnswer } from '@geoarchive/contract/reports.ts';
import * as reports from '@geoarchive/contract/reports.ts';
import { visitorName } from '@geoarchive/domain/cases/visitors.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { anonymous, type Call, implement } from '@geoarchive/platform/call.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { type AnswerDeps, answerLink } from './answer-link.ts';
import type { LetterStore } from './letter-store.ts';
import type { OwnCaseRow, OwnCases } from './own-store.ts';
import { messagesOf, ownView } from './own-view.ts';
import type { SourceLimit } from './source-limit.ts';
import type { VisitorCodes } from './visitor-store.ts';
import { writeLetter } from './write-letter.ts';

export type VisitorDeps = {
  table: Table;
  clock: Clock;
  settings: Pick<FunctionSettings, 'nodes'>;
  letters: LetterStore;
  own: OwnCases;
  codes: VisitorCodes;
  limit: SourceLimit;
  bucket: AnswerDeps['bucket'];
};

/** What a visitor wrote about a record, as they say it is: the archive looks whether there is such a record. */
const factsOf = (deps: VisitorDeps, { body, language }: Call<typeof reports.sendReport>): CaseFacts => {
  const now = deps.clock();
  const name = body.name === '' ? visitorName[language] : body.name;
  const { kind, title, record, field } = body;
  return {
    id: ulid(now.getTime()),
    kind,
    node: record.node,
    title,
    subject: {
      kind: 'record',
      id: record.id,
      label: record.archiveNumber,
      ...(field === undefined ? {} : { field }),
    },
    asker: { visitor: true, name, ...(body.contact === '' ? {} : { contact: body.contact }) },
    openedAt: now.toISOString(),
    openedBy: name,
  };
};

const send = async (deps: VisitorDeps, call: Call<typeof reports.sendReport>) => {
  const { body, source } = call;
  if (!deps.settings.nodes.some(({ code }) => code === body.record.node))
    throw new Problem('invalid-input', { zh: '没有这个馆藏机构。', en: 'There is no such archive.' }, [
      { field: 'body.record.node', message: body.record.node },
    ]);
  const facts = factsOf(deps, call);
  const { code, write } = deps.codes.make(facts.id);
  // Filled in by a machine: it is told the same as people are, and nothing is written.
  if (body.website !== '') return { code };
  await deps.limit.take(source);
  await writeLetter(deps, facts, {
    kind: 'open',
    text: body.text,
    name: facts.openedBy,
    evidence: [],
    opens: facts,
    with: [deps.own.opening(facts), write],
    action: reports.sendReport.audit,
    by: anonymous,
  });
  return { code };
};

const found = async (deps: VisitorDeps, code: string): Promise<OwnCaseRow> => {
  const id = await deps.codes.caseOf(code);
  const row = id === undefined ? undefined : await deps.own.get(id);
  if (row === undefined)
    throw new Problem('not-found', {
      zh: '没有这个查询码的来件，请核对查询码。',
      en: 'There is nothing by this code: check it.',
    });
  return row;
};

const read = async (deps: VisitorDeps, { query }: Call<typeof reports.readReport>): Promise<ReportAnswer> => {
  const row = await found(deps, query.code);
  const view = ownView(row);
  return {
    ...view,
    messages: await messagesOf(deps, row.facts.id),
    can: view.state === 'waiting' ? ['answer'] : [],
  };
};

const answer = async (deps: VisitorDeps, { body, source }: Call<typeof reports.answerReport>) => {
  const row = await found(deps, body.code);
  const { facts } = row;
  if (ownView(row).state !== 'waiting')
    throw new Problem('wrong-state', {
      zh: '馆藏机构没有要求补充说明。',
      en: 'The archive does not ask anything.',
    });
  await deps.limit.take(source);
  return writeLetter(deps, facts, {
    kind: 'message',
    text: body.text,
    name: facts.openedBy,
    evidence: [],
    action: reports.answerReport.audit,
    by: anonymous,
  });
};

export const visitorRoutes = [
  implement(reports.sendReport, send),
  implement(reports.readReport, read),
  implement(reports.answerReport, answer),
  implement(reports.openReportEvidence, async (deps: VisitorDeps, { params, query }) =>
    answerLink(deps, await found(deps, query.code), params.evidence),
  ),
];
