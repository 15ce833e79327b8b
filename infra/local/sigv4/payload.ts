import { AwsError } from './aws-error.ts';

/** What is needed to check the signature of each chunk of an `aws-chunked` body. */
export type ChunkSigning = { key: Buffer; amzDate: string; scope: string; seedSignature: string };

/** How the body of a request is covered by its signature. */
export type PayloadMode =
  | { kind: 'sha256'; hex: string }
  | { kind: 'unsigned' }
  | { kind: 'chunks'; trailer: boolean; signing: ChunkSigning | undefined };

/** Reads `x-amz-content-sha256`. Throws on a mode that is none of S3's. */
export function payloadMode(value: string, signing: ChunkSigning): PayloadMode {
  switch (value) {
    case 'UNSIGNED-PAYLOAD':
      return { kind: 'unsigned' };
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
      return { kind: 'chunks', trailer: false, signing };
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
      return { kind: 'chunks', trailer: true, signing };
    case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
      return { kind: 'chunks', trailer: true, signing: undefined };
    default:
      if (!/^[0-9a-f]{64}$/i.test(value)) {
        throw new AwsError(
          'InvalidArgument',
          400,
          'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
        );
      }
      return { kind: 'sha256', hex: value.toLowerCase() };
  }
}
