import { AwsError } from '../../sigv4/aws-error.ts';
import { headerOf } from '../body/claims.ts';
import { receiveText } from '../body/receive.ts';
import { checkWrite } from '../conditions.ts';
import type { Context, Operation } from '../context.ts';
import { badDigest, entityTooLarge, invalidRequest, malformedXml, noSuchUpload } from '../errors.ts';
import { versionHeader } from '../headers.ts';
import { MAX_OBJECT, MIN_PART } from '../limits.ts';
import { joinChecksums, joinEtags, uploadOf } from '../multipart.ts';
import type { Checksum, NewVersion, Upload, UploadedPart } from '../store/model.ts';
import { all, type Element, readXml, textOf } from '../xml/read.ts';
import { xmlDocument } from '../xml/write.ts';

const bare = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');

const invalidPart = (number: number) =>
  new AwsError(
    'InvalidPart',
    400,
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { PartNumber: String(number) },
  );

function checkPart(
  upload: Upload,
  given: Element,
  number: number,
  part: UploadedPart | undefined,
): UploadedPart {
  const { algorithm, checksumType, asked } = upload.meta;
  const checksum = textOf(given, `Checksum${algorithm}`);
  if (part === undefined || bare(textOf(given, 'ETag')) !== part.etag) throw invalidPart(number);
  if (asked && checksumType === 'COMPOSITE' && checksum === undefined) {
    throw invalidRequest(
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
    );
  }
  if (checksum !== undefined && checksum !== part.checksum) throw invalidPart(number);
  return part;
}

/** The parts that the client lists, checked against what was uploaded, in order. */
function chooseParts(upload: Upload, root: Element, uploaded: readonly UploadedPart[]): UploadedPart[] {
  const listed = all(root, 'Part');
  if (root.name !== 'CompleteMultipartUpload' || listed.length === 0) throw malformedXml();
  const byNumber = new Map(uploaded.map((p) => [p.number, p]));
  let previous = 0;
  const chosen = listed.map((given) => {
    const number = Number(textOf(given, 'PartNumber'));
    if (!Number.isInteger(number)) throw malformedXml();
    if (number <= previous) {
      throw new AwsError(
        'InvalidPartOrder',
        400,
        'The list of parts was not in ascending order. Parts must be ordered by part number.',
      );
    }
    previous = number;
    return checkPart(upload, given, number, byNumber.get(number));
  });
  const small = chosen.slice(0, -1).find((p) => p.size < MIN_PART);
  if (small !== undefined) {
    throw new AwsError(
      'EntityTooSmall',
      400,
      'Your proposed upload is smaller than the minimum allowed size',
      {
        ETag: small.etag,
        PartNumber: String(small.number),
        ProposedSize: String(small.size),
        MinSizeAllowed: String(MIN_PART),
      },
    );
  }
  return chosen;
}

function checkWhole(ctx: Context, checksum: Checksum, size: number): void {
  const type = ctx.header('x-amz-checksum-type');
  if (type !== undefined && type.toUpperCase() !== checksum.type) {
    throw invalidRequest(
      `The upload was created using the ${checksum.type} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  const claimed = ctx.header(headerOf(checksum.algorithm));
  const same =
    claimed === undefined ||
    claimed === checksum.value ||
    `${claimed}-` === checksum.value.replace(/\d+$/, '');
  if (!same) {
    throw badDigest(
      `The ${checksum.algorithm.toLowerCase()} you specified did not match the calculated checksum.`,
    );
  }
  const claimedSize = ctx.header('x-amz-mp-object-size');
  if (claimedSize !== undefined && Number(claimedSize) !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${claimedSize} does not match what was computed: ${size}`,
    );
  }
}

async function assemble(
  ctx: Context,
  upload: Upload,
  chosen: UploadedPart[],
): Promise<NewVersion & { checksum: Checksum }> {
  const checksum = await joinChecksums(upload, chosen);
  const size = chosen.reduce((sum, p) => sum + p.size, 0);
  if (size > MAX_OBJECT) throw entityTooLarge(size, MAX_OBJECT);
  checkWhole(ctx, checksum, size);
  const { headers, tags, retention, legalHold } = upload.meta;
  return {
    key: upload.key,
    marker: false,
    size,
    etag: await joinEtags(chosen),
    modified: ctx.now(),
    meta: {
      headers,
      checksum,
      multipart: true,
      ...(tags && { tags }),
      ...(retention && { retention }),
      ...(legalHold !== undefined && { legalHold }),
    },
    parts: chosen.map(({ number, size: bytes, blob, checksum: own }) => ({
      number,
      size: bytes,
      blob,
      ...(own !== undefined && { checksum: own }),
    })),
    checksum,
  };
}

/** CompleteMultipartUpload: the parts become the object as they lie; nothing is copied. */
export const completeUpload: Operation = async (ctx) => {
  ctx.need('s3:PutObject');
  const upload = uploadOf(ctx);
  // The checksum headers of this request are those of the object, not of the XML.
  const none = { algorithm: undefined, value: undefined, trailing: false, md5: undefined, size: undefined };
  const root = readXml(await receiveText(ctx, none));
  const uploaded = ctx.store.uploads.parts(upload.id);
  const chosen = chooseParts(upload, root, uploaded);
  const { checksum, ...version } = await assemble(ctx, upload, chosen);
  const bucket = ctx.bucket();
  const { written, freed } = ctx.store.versions.put({
    bucket,
    version,
    check: (current) => {
      if (ctx.store.uploads.find(upload.id, bucket.name, ctx.key) === undefined)
        throw noSuchUpload(upload.id);
      checkWrite(ctx, current);
    },
    also: (done) => {
      ctx.store.uploads.remove(upload.id);
      ctx.record('ObjectCreated:CompleteMultipartUpload', done);
    },
  });
  ctx.deliver();
  const unused = uploaded.filter((p) => !chosen.includes(p)).map((p) => p.blob);
  await ctx.blobs.free([...freed, ...unused]);
  return {
    status: 200,
    headers: {
      ...versionHeader(written, bucket.versioning),
      'x-amz-server-side-encryption': version.meta.headers['x-amz-server-side-encryption'],
    },
    body: xmlDocument('CompleteMultipartUploadResult', [
      ['Location', `/${bucket.name}/${encodeURI(ctx.key)}`],
      ['Bucket', bucket.name],
      ['Key', ctx.key],
      ['ETag', `"${version.etag}"`],
      [`Checksum${checksum.algorithm}`, checksum.value],
      ['ChecksumType', checksum.type],
    ]),
  };
};
