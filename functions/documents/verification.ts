import * as verification from '@geoarchive/contract/verification.ts';
import { tidyCode } from '@geoarchive/domain/documents.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { DocumentStore } from './document-store.ts';

export type VerificationDeps = { documents: Pick<DocumentStore, 'get'> };

export const noSuchDocument = (): Problem =>
  new Problem('not-found', {
    zh: '没有这个编号的文书。请核对编号；刚出具的文书可能要等几分钟。',
    en: 'There is no document of this number. Check it; one just issued may take some minutes to be known here.',
  });

/**
 * Checks a paper. Numbers run on, so anybody can make up one: by the number alone the answer tells that there is such a paper and
 * whether it holds. Who has the check code has seen the paper, and is shown what it says.
 */
const verify = async (
  deps: VerificationDeps,
  { params, query }: Call<typeof verification.verifyDocument>,
) => {
  const found = await deps.documents.get(params.number);
  if (found === undefined) throw noSuchDocument();
  const { kind, node, issuedAt, voided, code, says, sha256 } = found.body;
  const given = query.code === undefined || query.code.trim() === '' ? undefined : tidyCode(query.code);
  return {
    number: found.id,
    kind,
    node,
    issuedAt,
    state: found.state,
    ...(voided === undefined ? {} : { voidedAt: voided.at, replacedBy: voided.replacedBy }),
    ...(given === code ? { says, sha256 } : {}),
    code:
      given === undefined ? ('not-given' as const) : given === code ? ('right' as const) : ('wrong' as const),
  };
};

export const verificationRoutes = [implement(verification.verifyDocument, verify)];
