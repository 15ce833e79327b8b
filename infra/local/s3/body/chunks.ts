import { createHash } from 'node:crypto';
import { AwsError } from '../../sigv4/aws-error.ts';
import { sha256Hex } from '../../sigv4/canonical.ts';
import type { ChunkSigning } from '../../sigv4/payload.ts';
import { sameSignature, sign } from '../../sigv4/signing.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';

const EMPTY = sha256Hex('');

const badSignature = () =>
  new AwsError(
    'SignatureDoesNotMatch',
    403,
    'The signature of a chunk does not match the one we calculated.',
  );

const malformed = () => new AwsError('InvalidRequest', 400, 'The body is not valid aws-chunked encoding.');

function parseHeader(line: string): { size: number; signature: string } {
  const [, size, , signature] = /^([0-9a-fA-F]{1,12})(;chunk-signature=([0-9a-f]+))?$/.exec(line) ?? [];
  if (size === undefined) throw malformed();
  return { size: Number.parseInt(size, 16), signature: signature ?? '' };
}

/** Keeps the running signature; each chunk is signed over the one before it. */
function chain(signing: ChunkSigning | undefined) {
  let previous = signing?.seedSignature ?? '';
  return (algorithm: string, given: string, ...hashes: string[]): void => {
    if (signing === undefined) return;
    const text = [algorithm, signing.amzDate, signing.scope, previous, ...hashes].join('\n');
    const expected = sign(signing.key, text);
    if (!sameSignature(expected, given)) throw badSignature();
    previous = expected;
  };
}

async function readTrailers(
  reader: ByteReader,
  check: ReturnType<typeof chain>,
): Promise<Map<string, string>> {
  const trailers = new Map<string, string>();
  let signature = '';
  let signed = '';
  for (;;) {
    const line = await reader.line();
    if (line === undefined || line === '') break;
    const colon = line.indexOf(':');
    if (colon < 0) throw malformed();
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'x-amz-trailer-signature') {
      signature = value;
    } else {
      trailers.set(name, value);
      signed += `${name}:${value}\n`;
    }
  }
  if (trailers.size > 0) check('AWS4-HMAC-SHA256-TRAILER', signature, sha256Hex(signed));
  return trailers;
}

/**
 * Decodes an `aws-chunked` body as it streams and checks the signature of each chunk (SigV4, "Signature
 * calculations for the authorization header: transferring payload in multiple chunks").
 * `onTrailers` gets the trailing headers. Throws AwsError on a wrong signature or broken framing.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  signing: ChunkSigning | undefined,
  onTrailers: (trailers: Map<string, string>) => void,
): AsyncGenerator<Buffer> {
  const reader = byteReader(source);
  const check = chain(signing);
  for (;;) {
    const line = await reader.line();
    if (line === undefined)
      throw new AwsError('IncompleteBody', 400, 'The request body terminated unexpectedly');
    const { size, signature } = parseHeader(line);
    const hash = signing && createHash('sha256');
    for (let left = size; left > 0; ) {
      const piece = await reader.some(left);
      if (piece === undefined)
        throw new AwsError('IncompleteBody', 400, 'The request body terminated unexpectedly');
      left -= piece.length;
      hash?.update(piece);
      yield piece;
    }
    if (hash) check('AWS4-HMAC-SHA256-PAYLOAD', signature, EMPTY, hash.digest('hex'));
    if (size === 0) break;
    if ((await reader.line()) !== '') throw malformed();
  }
  onTrailers(await readTrailers(reader, check));
  await reader.drain();
}
