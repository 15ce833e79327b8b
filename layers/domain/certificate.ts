import { canonicalJson } from './canonical.ts';
import type { RoleCode } from './roles.ts';
import { isStateSecret, type Secrecy } from './secrecy.ts';

/** Who asks to issue a certificate, and what is known of the acceptance. */
export type Certifying = {
  by: { sub: string; roles: readonly RoleCode[] };
  /** `sub` of the person who accepted; unknown for what was accepted before it was noted. */
  acceptedBy: string | undefined;
  /** The authority lets its archives issue certificates (the deployment's `delegateCertificates`). */
  delegated: boolean;
};

/**
 * Who may issue the certificate (domain.md, art. 13): the authority's officer, or a checker where the authority
 * delegates it; in no case the person who accepted the deposit.
 */
export const mayCertify = ({ by, acceptedBy, delegated }: Certifying): boolean => {
  if (by.sub === acceptedBy) return false;
  if (by.roles.includes('CERTIFICATE_OFFICER')) return true;
  return delegated && acceptedBy !== undefined && by.roles.includes('ARCHIVE_CHECKER');
};

/** What a certificate states (汇交凭证). */
export type CertificateFacts = {
  number: string;
  /** Code of the dossier over all nodes. */
  dossier: string;
  archiveNumber: string;
  node: string;
  submitter: string;
  title: string;
  secrecy: Secrecy;
  files: number;
  bytes: number;
  issuedAt: string;
  issuedBy: string;
  /** Number of the void certificate in whose place it stands. */
  replaces?: string;
  /** Of a stage: the duty is not met by it alone. */
  stage?: true;
};

/** The text whose SHA-256 is signed. The title of a state secret is not part of it: it can be secret itself. */
export const certificateText = ({ title, secrecy, ...facts }: CertificateFacts): string =>
  canonicalJson({
    format: 'geoarchive-certificate/1',
    ...facts,
    ...(isStateSecret(secrecy) ? {} : { title }),
  });
