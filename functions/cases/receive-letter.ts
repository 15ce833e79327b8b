import { createHash } from 'node:crypto';
import {
  type CaseLetterBundle,
  caseLetterBundle,
  type sentEvidence,
} from '@geoarchive/contract/case-bundle.ts';
import type { StaffMessage } from '@geoarchive/contract/cases.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import { type CaseMove, caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import type * as z from 'zod';
import type { DossierStore } from '../archive/dossier-store.ts';
import { takeConsent } from '../service/consent-letter.ts';
import { quoteAfter } from '../service/quote-letter.ts';
import { receivedItems } from '../service/received.ts';
import { act, openWith } from './act.ts';
import type { CaseItem } from './case-store.ts';
import type { CaseDeps } from './deps.ts';
import { evidenceKey } from './evidence.ts';
import { appealOf, publishedRecord } from './subject.ts';

export type LetterDeps = CaseDeps & {
  intake: Bucket;
  archive: Bucket;
  receiptKey: SigningKey;
  dossiers: Pick<DossierStore, 'get'>;
};
type Sealed = EventData<'CaseLetterSealed'>;

const hex = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const by = { worker: 'receive' };
const nothingToAsk = '所申请的资料目录中都没有，或不属于本馆，申请不予受理。请核对后重新申请。';

const proven = async (deps: LetterDeps, sealed: Sealed): Promise<CaseLetterBundle> => {
  if (!(await deps.receiptKey.verify(sealed.sha256, sealed.signature)))
    throw new Error(`Letter ${sealed.letterId} is not signed by intake`);
  const bytes = await deps.intake.readAll(sealed.bundle);
  if (bytes === undefined) throw new Error(`${sealed.bundle} is not in the intake bucket`);
  if (hex(bytes) !== sealed.sha256) throw new Error(`${sealed.bundle} is not what was signed`);
  return caseLetterBundle.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
};

/** Takes a piece of evidence over: read whole, compared with what was signed, written once with a SHA-256 that S3 keeps. */
const takeOver = async (
  deps: LetterDeps,
  caseId: string,
  of: z.infer<typeof sentEvidence>,
): Promise<void> => {
  if (of.size > limits.evidenceBytes) throw new Error(`Evidence ${of.id} is larger than a letter may carry`);
  const bytes = await deps.intake.read(of.key, 0, of.size, of.versionId);
  if (bytes.length !== of.size || hex(bytes) !== of.sha256)
    throw new Error(`Evidence ${of.id} of case ${caseId} is not what was signed`);
  const key = evidenceKey(caseId, of.id);
  if (await deps.archive.putOnce(key, bytes, 'application/octet-stream')) return;
  // It was there: of this message's first try, and only that.
  if ((await deps.archive.head(key))?.sha256 !== of.sha256) throw new Error(`${key} holds something else`);
};

const messageOf = ({ letterId, at, by: name, text, evidence }: CaseLetterBundle): StaffMessage => ({
  id: letterId,
  at,
  from: 'asker',
  by: name,
  text,
  evidence: evidence.map(({ key: _, versionId: _v, ...shown }) => shown),
  internal: false,
});

const open = async (deps: LetterDeps, letter: CaseLetterBundle): Promise<void> => {
  const { opens, caseId } = letter;
  if (opens === undefined) throw new Error(`Letter ${letter.letterId} opens nothing`);
  const { id: _, against, ...facts } = opens;
  const before = against && (await deps.cases.get(against.id));
  if (against !== undefined && before?.state !== 'decided')
    throw new Error(`Case ${against.id} that ${caseId} appeals against is not decided here`);
  const uses = facts.use && (await receivedItems(deps.dossiers, facts));
  const record = facts.subject.kind === 'record' && (await publishedRecord(deps.dossiers, facts));
  try {
    await againWhenRaced(() =>
      openWith(
        deps,
        caseId,
        { ...facts, ...(before && appealOf(before)), ...record, ...(uses && { uses }), letters: letter.no },
        messageOf(letter),
        { action: 'case.receive', by },
      ),
    );
  } catch (error) {
    // A twin of this message was quicker.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};

/**
 * A request for use of which no record can be asked for holds nothing that staff could decide: it is not admitted, and its asker is
 * told. Looked at with every letter, so that a crash after the opening leaves none behind.
 */
const endIfNothing = async (deps: LetterDeps, caseId: string): Promise<void> => {
  const item = await deps.cases.get(caseId);
  const uses = item?.body.uses ?? [];
  if (item?.state !== 'opened' || uses.length === 0 || uses.some(({ state }) => state !== 'refused')) return;
  try {
    await act(deps, item, {
      action: 'case.reject',
      by,
      move: 'reject',
      change: { ended: { reason: nothingToAsk, at: deps.clock().toISOString() } },
      detail: { why: 'no-such-records' },
    });
  } catch (error) {
    // A twin of this message was quicker.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};

/** What a letter does to the case as it stands; one that comes too late for its move is kept as what was said. */
const moveOf = (item: CaseItem, letter: CaseLetterBundle): CaseMove | undefined => {
  const wanted = letter.kind === 'withdraw' ? 'withdraw' : 'answer';
  return canMove(caseLifecycle, wanted, item.state) ? wanted : undefined;
};

const add = async (deps: LetterDeps, item: CaseItem, letter: CaseLetterBundle): Promise<void> => {
  const move = moveOf(item, letter);
  const quote = quoteAfter(item.body.quote, letter);
  await act(deps, item, {
    action: 'case.receive',
    by,
    ...(move === undefined ? {} : { move }),
    change: {
      letters: letter.no,
      ...(quote && { quote }),
      ...(move === 'withdraw' ? { ended: { reason: letter.text, at: letter.at } } : {}),
    },
    messages: [messageOf(letter)],
    detail: { letter: letter.no, kind: letter.kind, ...(quote && { quote: quote.no, answer: quote.state }) },
  });
};

/**
 * Door 1 for cases: takes in a letter of an asker after proving signature, content and evidence. Letters are taken in their order;
 * one that comes before its predecessor fails and is tried again by the queue, one that comes twice changes nothing.
 */
export const receiveLetter = async (deps: LetterDeps, sealed: Sealed): Promise<void> => {
  const letter = await proven(deps, sealed);
  if (letter.kind === 'consent') {
    await takeConsent(deps, letter);
    await arrivals(deps.table, deps.clock).note(`door-1 cases ${letter.node}`, letter.sequence);
    return;
  }
  const item = await deps.cases.get(letter.caseId);
  const taken = item?.body.letters ?? 0;
  if (letter.no > taken + 1)
    throw new Error(`Letter ${letter.no} of case ${letter.caseId} came before letter ${taken + 1}`);
  if (letter.no === taken + 1) {
    for (const each of letter.evidence) await takeOver(deps, letter.caseId, each);
    if (item === undefined) await open(deps, letter);
    else await add(deps, item, letter);
  }
  await endIfNothing(deps, letter.caseId);
  await arrivals(deps.table, deps.clock).note(`door-1 cases ${letter.node}`, letter.sequence);
};
