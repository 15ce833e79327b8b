import type { sentEvidence } from '@geoarchive/contract/case-bundle.ts';
import * as cases from '@geoarchive/contract/cases.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { ulid } from 'ulid';
import type * as z from 'zod';
import { organisationOf } from '../intake/access.ts';
import { formatOf, refuse } from './evidence.ts';
import type { OwnCaseDeps } from './own-deps.ts';

/** Where evidence waits in the intake bucket; names that people gave are never part of a key. */
const waitingKey = (id: string): string => `evidence/${id}`;

/** Signs uploads of evidence for an organisation, or for a person's own things (`personKey`): only its letters may name them. */
export const signFor = async (
  deps: Pick<OwnCaseDeps, 'clock' | 'own' | 'bucket'>,
  organisation: string,
  body: Call<typeof cases.signEvidence>['body'],
) => {
  const notes = body.files.map((file) => ({ ...file, id: ulid(deps.clock().getTime()), organisation }));
  await deps.own.noteEvidence(notes, deps.clock());
  const files = await Promise.all(
    notes.map(async ({ id, size, sha256 }) => ({
      id,
      ...(await deps.bucket.signPut(waitingKey(id), size, sha256)),
    })),
  );
  return { files };
};

const sign = (deps: OwnCaseDeps, { caller, body }: Call<typeof cases.signEvidence>) =>
  signFor(deps, organisationOf(caller), body);

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
      const format = await formatOf({
        name,
        size,
        read: (offset, length) => deps.bucket.read(key, offset, Math.min(length, size - offset), versionId),
      });
      return { id, name, size, sha256, format, key, ...(versionId === undefined ? {} : { versionId }) };
    }),
  );

export const evidenceRoutes = [implement(cases.signEvidence, sign)];
