import type { Finding } from '@geoarchive/contract/shared.ts';
import type { FileEntry } from './file-pages.ts';

/** What is said when a file is not the one that was declared. */
export const mismatch = (
  code: 'checksum-mismatch' | 'size-mismatch',
  declared: string,
  found: string,
): Finding => ({
  code,
  severity: 'error',
  message: {
    zh: `登记为 ${declared}，实际为 ${found}；请重新上传正确的文件。`,
    en: `Declared ${declared}, found ${found}: upload the right file again.`,
  },
});

/** The checksum verdict on an entry, once the SHA-256 of what was uploaded is known. */
export const checksumFindings = (entry: FileEntry, sha256: string): Finding[] =>
  entry.declaredSha256 !== undefined && entry.declaredSha256 !== sha256
    ? [mismatch('checksum-mismatch', `SHA-256 ${entry.declaredSha256}`, sha256)]
    : [];
