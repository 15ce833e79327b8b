import { AwsError } from '../../sigv4/aws-error.ts';
import type { Context } from '../context.ts';
import { invalidRequest } from '../errors.ts';
import { ALGORITHMS, type Algorithm, DIGEST_BYTES } from './hashers.ts';

/** What a client says about the bytes it is about to send. */
export type Claims = {
  algorithm: Algorithm | undefined;
  /** The checksum of the header, base64; undefined when it follows in the trailer or there is none. */
  value: string | undefined;
  trailing: boolean;
  md5: Buffer | undefined;
  /** Bytes of the body once decoded; undefined when the client does not say. */
  size: number | undefined;
};

export const headerOf = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

export const algorithmNamed = (name: string): Algorithm | undefined =>
  ALGORITHMS.find((a) => a === name.toUpperCase());

/** Throws InvalidRequest unless the value is base64 of as many bytes as the algorithm gives. */
export function checkValue(algorithm: Algorithm, value: string): string {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== DIGEST_BYTES[algorithm] || bytes.toString('base64') !== value) {
    throw invalidRequest(`Value for ${headerOf(algorithm)} header is invalid.`);
  }
  return value;
}

function readMd5(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 16)
    throw new AwsError('InvalidDigest', 400, 'The Content-MD5 you specified was invalid.');
  return bytes;
}

function readSize(ctx: Context): number | undefined {
  const text =
    ctx.payload.kind === 'chunks' ? ctx.header('x-amz-decoded-content-length') : ctx.header('content-length');
  if (text === undefined) return undefined;
  const size = Number(text);
  if (!Number.isSafeInteger(size) || size < 0)
    throw new AwsError('InvalidArgument', 400, 'The length is invalid.');
  return size;
}

/** The checksum, digest and length headers of an upload. Throws InvalidRequest or InvalidDigest, worded as S3 does. */
export function readClaims(ctx: Context): Claims {
  const given = ALGORITHMS.filter((a) => ctx.header(headerOf(a)) !== undefined);
  const trailer = ctx.header('x-amz-trailer')?.trim().toLowerCase();
  const trailing = ALGORITHMS.find((a) => headerOf(a) === trailer);
  if (trailer !== undefined && trailing === undefined) {
    throw invalidRequest('The value specified in the x-amz-trailer header is not supported');
  }
  if (given.length + (trailing ? 1 : 0) > 1) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const [inHeader] = given;
  const value = inHeader && checkValue(inHeader, ctx.header(headerOf(inHeader)) ?? '');
  const named = ctx.header('x-amz-sdk-checksum-algorithm');
  if (named !== undefined && inHeader === undefined && trailing === undefined) {
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  }
  return {
    algorithm: inHeader ?? trailing,
    value,
    trailing: trailing !== undefined,
    md5: readMd5(ctx.header('content-md5')),
    size: readSize(ctx),
  };
}
