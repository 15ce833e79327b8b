/** As much of an Uppy file as the summary needs. */
export type Tracked = {
  size: number | null;
  error?: string | null | undefined;
  progress: { bytesUploaded?: number | false | undefined; uploadComplete?: boolean | undefined };
  data?: unknown;
};

export type UploadSummary = {
  files: number;
  done: number;
  failed: number;
  /** Chosen before the browser was closed and too large to be kept: to be chosen again. */
  lost: number;
  bytes: number;
  sent: number;
};

/** All files of an upload in a few numbers. */
export const summarise = (files: readonly Tracked[]): UploadSummary => {
  const sum: UploadSummary = { files: files.length, done: 0, failed: 0, lost: 0, bytes: 0, sent: 0 };
  for (const { size, error, progress, data } of files) {
    const bytes = size ?? 0;
    sum.bytes += bytes;
    if (progress.uploadComplete === true) {
      sum.done++;
      sum.sent += bytes;
      continue;
    }
    sum.sent += Math.min(bytes, progress.bytesUploaded || 0);
    if (typeof error === 'string') sum.failed++;
    else if (!(data instanceof Blob)) sum.lost++;
  }
  return sum;
};

/** Seconds left at the mean speed so far; undefined while too little is known. */
export const secondsLeft = (sent: number, total: number, elapsedMs: number): number | undefined => {
  if (elapsedMs < 2_000 || sent <= 0 || sent > total) return undefined;
  return Math.ceil(((total - sent) * elapsedMs) / sent / 1000);
};
