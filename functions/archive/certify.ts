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
import { expectVersion, type Told } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import { replacing } from '../documents/voiding.ts';
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
  replaced: string[],
): Promise<Certificate> => {
  const { archiveNumber, node } = body;
  if (archiveNumber === undefined) throw new Error(`${number} is for what has no archive number`);
  const issuedAt = deps.clock().toISOString();
  const dossier = dossierCode(node, archiveNumber);
  const { submitter, title, secrecy, fileCount: files, bytes } = body;
  const replaces = replaced.at(-1);
  const said = {
    ...{ number, dossier, archiveNumber, node, submitter, title, secrecy, files, bytes },
    ...(replaces === undefined ? {} : { replaces }),
    ...(body.stage ? { stage: body.stage } : {}),
  };
  const sha256 = createHash('sha256')
    .update(certificateText({ ...said, issuedAt, issuedBy }))
    .digest('hex');
  const signature = await deps.certificateKey.sign(sha256);
  return {
    ...{ number, issuedAt, issuedBy, sha256, signature },
    ...(replaced.length === 0 ? {} : { replaced }),
  };
};

/** The paper of a certificate. What is a state secret is not on it: its title can be secret itself. */
const certificatePaper = ({ body }: ReviewItem, certificate: Certificate) => {
  const { depositId, round, node, archiveNumber, submitter, secrecy, licenceNumber, receipt } = body;
  if (archiveNumber === undefined) throw new Error(`${certificate.number} is for what has no archive number`);
  const replaces = certificate.replaced?.at(-1);
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
      ...(replaces === undefined ? {} : { replaces }),
      ...(body.stage ? { stage: body.stage } : {}),
      issuedBy: certificate.issuedBy,
      statement: certificate.sha256,
      signature: certificate.signature,
    },
  });
};

/** What a new certificate changes, whether the first or another: its number, its paper, and where it is named. */
const issuingCertificate = async (
  deps: CertifyDeps,
  item: ReviewItem,
  caller: Caller,
  { replaced, action }: { replaced: string[]; action: string },
): Promise<{ certificate: Certificate; body: ReviewItem['body']; told: Told & { with: Write[] } }> => {
  const { depositId, round, node, dossierId } = item.body;
  const year = dayOf(deps.clock()).slice(0, 4);
  const next = await nextNumber(deps.table, `certificate#${node}#${year}`);
  const number = certificateNumber(node, year, next.value);
  const certificate = await certificateOf(deps, item, number, caller.name, replaced);
  const issued = { certificateNumber: number, certificate };
  const found = dossierId === undefined ? undefined : await deps.dossiers.get(dossierId);
  const data = {
    depositId,
    round,
    certificateNumber: number,
    ...(replaced.length === 0 ? {} : { replaced }),
  };
  return {
    certificate,
    body: { ...item.body, ...issued },
    told: {
      action,
      by: caller,
      detail: { certificate: number, sha256: certificate.sha256 },
      events: [{ type: 'CertificateIssued', data }],
      with: [
        next.take,
        ...issuing(deps.documents, certificatePaper(item, certificate), { by: caller, from: 'archive' }),
        ...(found === undefined
          ? []
          : deps.dossiers.changing(
              found,
              { ...found.body, ...issued },
              { action: 'dossier.certify', by: caller },
            )),
      ],
    },
  };
};

const tryCertify = async (deps: CertifyDeps, item: ReviewItem, caller: Caller): Promise<ReviewItem> => {
  const { depositId, taskId, stage } = item.body;
  const action = archive.certifyReview.audit;
  const { body, told } = await issuingCertificate(deps, item, caller, { replaced: [], action });
  const followed = await deps.tasks.following(
    taskId,
    depositId,
    { as: stage ? 'stage' : 'certified' },
    'review',
  );
  return deps.reviews.move(item, 'certify', body, { ...told, with: [...told.with, ...followed] });
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

const nothingToReplace = (): Problem =>
  new Problem('wrong-state', {
    zh: '尚未签发凭证，没有可以换发的。',
    en: 'No certificate was issued yet: there is none to replace.',
  });

const tryReplace = async (
  deps: CertifyDeps,
  item: ReviewItem,
  caller: Caller,
  reason: string,
): Promise<ReviewItem> => {
  const before = item.body.certificate;
  if (item.state !== 'certified' || before === undefined) throw nothingToReplace();
  const replaced = [...(before.replaced ?? []), before.number];
  const action = archive.replaceCertificate.audit;
  const { certificate, body, told } = await issuingCertificate(deps, item, caller, { replaced, action });
  const { number: replacedBy, issuedAt: at } = certificate;
  // Certificates of the first versions have no paper.
  const old = await deps.documents.get(before.number);
  const voiding =
    old === undefined ? [] : replacing(deps.documents, old, { by: caller, at, reason, replacedBy });
  return deps.reviews.change(item, body, {
    ...told,
    detail: { ...told.detail, reason, replaces: before.number },
    with: [...told.with, ...voiding],
  });
};

/**
 * Another certificate in the place of one with a fault: the old one becomes void and names the new, the new one names the old, in one
 * transaction, so there is never none that holds and never two. The same people may do it who may issue one.
 */
const replace = async (
  deps: CertifyDeps,
  { caller, params, body, ifMatch }: Call<typeof archive.replaceCertificate>,
): Promise<Review> => {
  const item = await againWhenRaced(async () => {
    const found = await loadReview(deps, caller, params.id);
    expectVersion(found, ifMatch);
    refuseOthers(deps, found, caller);
    return tryReplace(deps, found, caller, body.reason);
  });
  return reviewView(deps, item, caller);
};

export const certificateRoutes = [
  implement(archive.certifyReview, certify),
  implement(archive.replaceCertificate, replace),
];
