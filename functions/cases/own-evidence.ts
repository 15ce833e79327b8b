import type { sentEvidence } from '@geoarchive/contract/case-bundle.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { identify } from '@geoarchive/formats/core/identify.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import type * as z from 'zod';
import { organisationOf } from '../intake/access.ts';
import type { OwnCaseDeps } from './own-deps.ts';

/** What evidence can be, by content and not by name: what shows what it is and hides nothing else, so no archives and macros. */
const allowed: ReadonlySet<string> = new Set(['pdf', 'jpeg', 'png', 'tiff', 'text', 'csv']);

/** Where evidence waits in the intake bucket; names that people gave are never part of a key. */
const waitingKey = (id: string): string => `evidence/${id}`;

const sign = async (deps: OwnCaseDeps, { caller, body }: Call<typeof cases.signEvidence>) => {
  const organisation = organisationOf(caller);
  const notes = body.files.map((file) => ({ ...file, id: ulid(deps.clock().getTime()), organisation }));
  await deps.own.noteEvidence(notes);
  const files = await Promise.all(
    notes.map(async ({ id, size, sha256 }) => ({
      id,
      ...(await deps.bucket.signPut(waitingKey(id), size, sha256)),
    })),
  );
  return { files };
};

const refuse = (name: string, zh: string, en: string): never => {
  throw new Problem('invalid-input', { zh: `“${name}”${zh}`, en: `"${name}" ${en}` }, [
    { field: 'body.evidence', message: name },
  ]);
};

/** The evidence of a letter, each found in the bucket as it was announced and of a type that is taken. */
export const evidenceOf = async (
  deps: OwnCaseDeps,
  organisation: string,
  ids: readonly string[],
): Promise<z.infer<typeof sentEvidence>[]> =>
  Promise.all(
    [...new Set(ids)].map(async (id) => {
      const note = await deps.own.evidence(id);
      if (note === undefined || note.organisation !== organisation)
        return refuse(id, '没有登记。', 'was not announced.');
      const { name, size, sha256 } = note;
      const key = waitingKey(id);
      const there = await deps.bucket.head(key);
      if (there === undefined) return refuse(name, '尚未上传。', 'was not uploaded.');
      if (there.size !== size || there.sha256 !== sha256 || size > limits.evidenceBytes)
        return refuse(name, '与登记的不一致，请重新上传。', 'is not what was announced: upload it again.');
      const { versionId } = there;
      const format = await identify({
        name,
        size,
        read: (offset, length) => deps.bucket.read(key, offset, Math.min(length, size - offset), versionId),
      });
      if (!allowed.has(format))
        return refuse(
          name,
          '不是可接受的类型（PDF、JPEG、PNG、TIFF、文本）。',
          'is of a type that is not taken (PDF, JPEG, PNG, TIFF and text are).',
        );
      return { id, name, size, sha256, format, key, ...(versionId === undefined ? {} : { versionId }) };
    }),
  );

export const evidenceRoutes = [implement(cases.signEvidence, sign)];
