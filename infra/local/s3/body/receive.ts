import { AwsError } from '../../sigv4/aws-error.ts';
import type { Context } from '../context.ts';
import { badDigest, entityTooLarge, invalidRequest } from '../errors.ts';
import { MAX_XML } from '../limits.ts';
import { decodeChunks } from './chunks.ts';
import { type Claims, checkValue, headerOf, readClaims } from './claims.ts';
import { type Algorithm, hasher } from './hashers.ts';

export type Received = {
  size: number;
  md5: Buffer;
  algorithm: Algorithm;
  digest: Buffer;
  /** The checksum that the client gave and that was found right. */
  claimed?: { algorithm: Algorithm; digest: Buffer };
};

/** The bytes of the body with the transfer framing of SigV4 taken off. */
function open(ctx: Context, onTrailers: (trailers: Map<string, string>) => void): AsyncIterable<Buffer> {
  // IncomingMessage yields Buffers as no encoding is set on it.
  const source = ctx.raw as AsyncIterable<Buffer>;
  return ctx.payload.kind === 'chunks' ? decodeChunks(source, ctx.payload.signing, onTrailers) : source;
}

const incomplete = () =>
  new AwsError(
    'IncompleteBody',
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );

function checkChecksum(claims: Claims, trailers: Map<string, string>, found: Buffer | undefined): void {
  const { algorithm } = claims;
  if (algorithm === undefined || found === undefined) return;
  const expected = claims.trailing ? trailers.get(headerOf(algorithm)) : claims.value;
  if (expected === undefined) throw invalidRequest('The trailing checksum that was announced did not come.');
  if (checkValue(algorithm, expected) !== found.toString('base64')) {
    throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
  }
}

/**
 * Streams the body of the request into `sink`, hashing as it goes, and checks length, Content-MD5, the checksum
 * of the client and the payload hash of its signature. What is kept is the checksum by `algorithm`, else by the
 * algorithm of the client, else CRC64NVME.
 * Throws AwsError: EntityTooLarge, IncompleteBody, BadDigest, XAmzContentSHA256Mismatch, InvalidRequest.
 */
export async function receive(
  ctx: Context,
  sink: (data: Buffer) => void | Promise<void>,
  { limit, algorithm, claims = readClaims(ctx) }: { limit: number; algorithm?: Algorithm; claims?: Claims },
): Promise<Received> {
  if (claims.size === undefined && ctx.header('transfer-encoding') !== undefined) {
    throw new AwsError('MissingContentLength', 411, 'You must provide the Content-Length HTTP header.');
  }
  if ((claims.size ?? 0) > limit) throw entityTooLarge(claims.size ?? 0, limit);
  const chosen = algorithm ?? claims.algorithm ?? 'CRC64NVME';
  const md5 = await hasher('MD5');
  const checksum = await hasher(chosen);
  const second =
    claims.algorithm === undefined || claims.algorithm === chosen
      ? undefined
      : await hasher(claims.algorithm);
  const sha256 = ctx.payload.kind === 'sha256' ? await hasher('SHA256') : undefined;
  let trailers = new Map<string, string>();
  let size = 0;
  for await (const data of open(ctx, (t) => (trailers = t))) {
    size += data.length;
    if (size > limit) throw entityTooLarge(size, limit);
    md5.update(data);
    checksum.update(data);
    second?.update(data);
    sha256?.update(data);
    await sink(data);
  }
  if (claims.size !== undefined && size !== claims.size) throw incomplete();
  const digest = checksum.digest();
  const claimed = claims.algorithm && { algorithm: claims.algorithm, digest: second?.digest() ?? digest };
  const received = { size, md5: md5.digest(), algorithm: chosen, digest, ...(claimed && { claimed }) };
  if (ctx.payload.kind === 'sha256' && sha256?.digest().toString('hex') !== ctx.payload.hex) {
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      400,
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  if (claims.md5 !== undefined && !claims.md5.equals(received.md5)) {
    throw badDigest('The Content-MD5 you specified did not match what we received.');
  }
  checkChecksum(claims, trailers, claimed?.digest);
  return received;
}

/** Streams the body to a new blob. A refused body leaves nothing behind. */
export async function receiveBlob(
  ctx: Context,
  options: { limit: number; algorithm?: Algorithm },
): Promise<Received & { blob: string }> {
  const writer = await ctx.blobs.create();
  try {
    const received = await receive(ctx, writer.write, options);
    return { ...received, blob: await writer.commit() };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Reads a body of XML or JSON as text. `claims` when its checksum headers speak of something else than the body. */
export async function receiveText(ctx: Context, claims?: Claims): Promise<string> {
  const chunks: Buffer[] = [];
  const sink = (data: Buffer) => void chunks.push(data);
  await receive(ctx, sink, { limit: MAX_XML, algorithm: 'CRC32', ...(claims && { claims }) });
  return Buffer.concat(chunks).toString('utf8');
}
