import { createHash } from 'node:crypto';
import type { Certificate, Review } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { certificateText, mayCertify } from '@geoarchive/domain/certificate.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { certificateNumber, dossierCode } from '@geoarchive/domain/numbers.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';
import { loadReview, reviewView } from './reviews.ts';

export type CertifyDeps = ArchiveDeps & { certificateKey: Pick<SigningKey, 'sign'> };

const refuseOthers = (deps: CertifyDeps, item: ReviewItem, caller: Caller): void => {
  const { acceptedBy } = item.body;
  if (acceptedBy === caller.sub)
    throw new Problem('forbidden', {
      zh: '验收人不能签发同一份资料的凭证，须由另一人办理。',
      en: 'Four eyes: whoever accepted a deposit cannot issue its certificate.',
    });
  if (!mayCertify({ by: caller, acceptedBy, delegated: deps.settings.delegateCertificates }))
    throw new Problem('forbidden', {
      zh: '凭证由主管部门签发；本部署没有委托馆藏机构签发。',
      en: 'Certificates are issued by the authority; this deployment does not delegate it to the archive.',
    });
};

/** The certificate of an accepted review, signed by the key of certificates. */
const certificateOf = async (
  deps: CertifyDeps,
  { body }: ReviewItem,
  number: string,
  issuedBy: string,
): Promise<Certificate> => {
  const { archiveNumber, node } = body;
  if (archiveNumber === undefined) throw new Error(`${number} is for what has no archive number`);
  const issuedAt = deps.clock().toISOString();
  const dossier = dossierCode(node, archiveNumber);
  const { submitter, title, secrecy, fileCount: files, bytes } = body;
  const said = { number, dossier, archiveNumber, node, submitter, title, secrecy, files, bytes };
  const sha256 = createHash('sha256')
    .update(certificateText({ ...said, issuedAt, issuedBy }))
    .digest('hex');
  return { number, issuedAt, issuedBy, sha256, signature: await deps.certificateKey.sign(sha256) };
};

/** The paper of a certificate. What is a state secret is not on it: its title can be secret itself. */
const certificatePaper = ({ body }: ReviewItem, certificate: Certificate) => {
  const { depositId, round, node, archiveNumber, submitter, secrecy, licenceNumber, receipt } = body;
  if (archiveNumber === undefined) throw new Error(`${certificate.number} is for what has no archive number`);
  const open = isStateSecret(secrecy)
    ? {}
    : { title: body.title, ...(licenceNumber === undefined ? {} : { licenceNumber }) };
  return paperOf({
    number: certificate.number,
    node,
    depositId,
    issuedAt: certificate.issuedAt,
    says: {
      kind: 'certificate',
      ...open,
      submitter,
      ...(body.submitterName === undefined ? {} : { submitterName: body.submitterName }),
      round,
      dossier: dossierCode(node, archiveNumber),
      archiveNumber,
      receipt: receipt.number,
      handedInAt: receipt.handedInAt,
      secrecy,
      fileCount: body.fileCount,
      bytes: body.bytes,
      issuedBy: certificate.issuedBy,
      statement: certificate.sha256,
      signature: certificate.signature,
    },
  });
};

const tryCertify = async (deps: CertifyDeps, item: ReviewItem, caller: Caller): Promise<ReviewItem> => {
  const { depositId, round, node, dossierId, taskId } = item.body;
  const year = dayOf(deps.clock()).slice(0, 4);
  const next = await nextNumber(deps.table, `certificate#${node}#${year}`);
  const number = certificateNumber(node, year, next.value);
  const certificate = await certificateOf(deps, item, number, caller.name);
  const issued = { certificateNumber: number, certificate };
  const found = dossierId === undefined ? undefined : await deps.dossiers.get(dossierId);
  const paper = certificatePaper(item, certificate);
  return deps.reviews.move(
    item,
    'certify',
    { ...item.body, ...issued },
    {
      action: archive.certifyReview.audit,
      by: caller,
      detail: { certificate: number, sha256: certificate.sha256 },
      events: [{ type: 'CertificateIssued', data: { depositId, round, certificateNumber: number } }],
      with: [
        next.take,
        ...issuing(deps.documents, paper, { by: caller, from: 'archive' }),
        ...(found === undefined
          ? []
          : deps.dossiers.changing(
              found,
              { ...found.body, ...issued },
              { action: 'dossier.certify', by: caller },
            )),
        ...(await deps.tasks.following(taskId, depositId, 'certified', 'review')),
      ],
    },
  );
};

/** The certificate is the authority's act: a second one, by another person than the check (art. 13). */
const certify = async (
  deps: CertifyDeps,
  { caller, params, ifMatch }: Call<typeof archive.certifyReview>,
): Promise<Review> => {
  const item = await againWhenRaced(async () => {
    const found = await loadReview(deps, caller, params.id);
    expectVersion(found, ifMatch);
    refuseOthers(deps, found, caller);
    deps.reviews.expect(found, 'certify');
    return tryCertify(deps, found, caller);
  });
  return reviewView(deps, item, caller);
};

export const certificateRoutes = [implement(archive.certifyReview, certify)];
