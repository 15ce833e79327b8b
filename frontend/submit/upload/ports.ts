import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { intake } from '@geoarchive/contract/routes.ts';

/** A file on the reader's computer, to be sent under a path inside the deposit. */
export type LocalFile = { path: string; size: number; blob: Blob };

export type SignedPart = ReplyOf<typeof intake.signUploads>['parts'][number];
export type Registered = ReplyOf<typeof intake.registerFiles>;
export type Parts = ReplyOf<typeof intake.listParts>;

/** What uploading needs of the world; tests give their own. */
export type UploadPorts = {
  register: (files: { path: string; size: number }[], signal: AbortSignal) => Promise<Registered>;
  listParts: (no: number, signal: AbortSignal) => Promise<Parts>;
  sign: (parts: { no: number; part: number; sha256: string }[], signal: AbortSignal) => Promise<SignedPart[]>;
  complete: (no: number, signal: AbortSignal) => Promise<unknown>;
  hash: (blob: Blob) => Promise<string>;
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

/** The store refused bytes, or did not answer (status 0). */
export class PutError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`PUT ${status}`);
    this.name = 'PutError';
    this.status = status;
  }
}
