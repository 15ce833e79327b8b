import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { intake } from '@geoarchive/contract/routes.ts';

/** A file on the reader's computer, to be sent under a path inside the deposit. */
export type LocalFile = { path: string; size: number; blob: Blob };

export type SignedPart = ReplyOf<typeof intake.signUploads>['parts'][number];
export type Registered = ReplyOf<typeof intake.registerFiles>;
export type Parts = ReplyOf<typeof intake.listParts>;

/** What is signed with a part, so that the store takes these bytes and no others: SHA-256 (hex) or CRC-64/NVME (base64). */
export type PartChecksum = { sha256: string } | { crc64: string };

/** What uploading needs of the world; tests give their own. */
export type UploadPorts = {
  register: (files: { path: string; size: number }[], signal: AbortSignal) => Promise<Registered>;
  listParts: (no: number, signal: AbortSignal) => Promise<Parts>;
  sign: (
    parts: ({ no: number; part: number } & PartChecksum)[],
    signal: AbortSignal,
  ) => Promise<SignedPart[]>;
  complete: (no: number, crc64: string, signal: AbortSignal) => Promise<unknown>;
  sha256: (blob: Blob) => Promise<string>;
  crc64: (blob: Blob) => Promise<string>;
  /** Sends the bytes; throws `PutError`. */
  put: (
    signed: SignedPart,
    blob: Blob,
    onBytes: (sent: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type UploadEvents = {
  progress: (path: string, bytes: number) => void;
  done: (path: string) => void;
  failed: (path: string, error: unknown) => void;
};

/** The store refused bytes, with S3's own code where it gave one (`BadDigest`), or did not answer (status 0). */
export class PutError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  constructor(status: number, code?: string) {
    super(`PUT ${status}${code === undefined ? '' : ` ${code}`}`);
    this.name = 'PutError';
    this.status = status;
    this.code = code;
  }
}
