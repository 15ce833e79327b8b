import type { BundledFile } from '@geoarchive/contract/deposit-bundle.ts';
import type { IssuedDocument } from '@geoarchive/contract/documents.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { paperOf } from '../documents/issue.ts';
import type { DepositItem } from './deposit-store.ts';

/** What of the list of files a receipt itself carries: a row of the table holds 400 KB, and nobody reads a longer one on paper. */
const printedBytes = 60_000;

type Receipt = NonNullable<DepositItem['body']['receipt']>;

/** The paper of a receipt, with its files where they are few; the signed list has them all. */
export const receiptPaper = (
  { id, body }: Pick<DepositItem, 'id' | 'body'>,
  receipt: Receipt,
  bundled: readonly BundledFile[],
  submitterName: string,
): IssuedDocument => {
  const files = bundled.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const printed = Buffer.byteLength(JSON.stringify(files)) <= printedBytes;
  return paperOf({
    number: receipt.number,
    node: body.node,
    depositId: id,
    issuedAt: receipt.issuedAt,
    says: {
      kind: 'receipt',
      ...(isStateSecret(body.secrecy) ? {} : { title: body.title }),
      submitter: body.organisation,
      submitterName,
      round: body.round,
      handedInAt: receipt.handedInAt,
      fileCount: receipt.files,
      bytes: receipt.bytes,
      ...(printed ? { files } : {}),
      manifestSha256: receipt.manifestSha256,
      signature: receipt.signature,
    },
  });
};
