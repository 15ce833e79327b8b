import { createHash } from 'node:crypto';
import { type CaseEvidence, caseEvidence } from '@geoarchive/contract/case-parts.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ulid } from 'ulid';
import { ofNode } from '../archive/access.ts';
import type { CaseItem } from './case-store.ts';
import type { CaseDeps } from './deps.ts';
import { answerKey, evidenceKey, formatOf, noSuchEvidence, refuse } from './evidence.ts';
import { fromOutside } from './view.ts';

export type AttachmentDeps = CaseDeps & {
  bucket: Pick<Bucket, 'putOnce' | 'readAll' | 'signGet'>;
  /** The intake bucket: what goes to an asker is dropped there, and can be neither read nor changed from here. */
  outside: Pick<Bucket, 'putOnce'>;
};

const keyOf = (caseId: string, id: string) => ({ pk: `case#${caseId}`, sk: `attachment#${id}` });
const octets = 'application/octet-stream';

/**
 * Takes a file of staff for a case, looked at before it is kept. It comes through the API and not by a signed upload: the archive
 * bucket takes nothing from browsers.
 */
const attach = async (
  deps: AttachmentDeps,
  { caller, params, body }: Call<typeof cases.attachToCase>,
): Promise<CaseEvidence> => {
  const { id: caseId, body: of } = ofNode(caller, await deps.cases.get(params.id));
  const { name, content } = body;
  const bytes = Buffer.from(content, 'base64');
  const size = bytes.length;
  if (size === 0 || size > limits.attachmentBytes)
    return refuse(name, '为空或超过大小上限。', 'is empty or too large.');
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const format = await formatOf({ name, size, read });
  const id = ulid(deps.clock().getTime());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { id, name, size, sha256, format };
  await deps.bucket.putOnce(evidenceKey(caseId, id), bytes, octets);
  await deps.table.transact([
    { Put: { TableName: deps.table.name, Item: { ...keyOf(caseId, id), attachment: made } } },
    auditWrite(deps.table.name, deps.clock, {
      about: caseId,
      action: cases.attachToCase.audit,
      by: caller,
      detail: made,
      node: of.node,
    }),
  ]);
  return made;
};

/**
 * The files of a message or decision. Where an asker outside will read it, each is dropped into intake before the case says so: what
 * the case tells is there by then, and what a failed act left there nobody is told of.
 */
export const attached = async (
  deps: AttachmentDeps,
  item: CaseItem,
  ids: readonly string[],
  internal: boolean,
): Promise<CaseEvidence[]> => {
  const found: CaseEvidence[] = [];
  for (const id of new Set(ids)) {
    const row = await deps.table.get(keyOf(item.id, id));
    if (row === undefined) return refuse(id, '没有上传。', 'was not uploaded.');
    const one = caseEvidence.parse(row['attachment']);
    found.push(one);
    if (internal || !fromOutside(item)) continue;
    const bytes = await deps.bucket.readAll(evidenceKey(item.id, id));
    if (bytes === undefined) throw new Error(`Attachment ${id} of case ${item.id} is not in the bucket`);
    // There already: of a first try that did not come to its end.
    await deps.outside.putOnce(answerKey(item.id, id), bytes, octets);
  }
  return found;
};

const open = async (deps: AttachmentDeps, { caller, params }: Call<typeof cases.openCaseEvidence>) => {
  const { id, body } = ofNode(caller, await deps.cases.get(params.id));
  const said = (await deps.messages.list(id)).flatMap((message) => message.evidence);
  const found = [...said, ...(body.decision?.evidence ?? [])].find((one) => one.id === params.evidence);
  if (found === undefined) throw noSuchEvidence();
  return { url: await deps.bucket.signGet(evidenceKey(id, found.id), found.name) };
};

export const attachmentRoutes = [
  implement(cases.attachToCase, attach),
  implement(cases.openCaseEvidence, open),
];
