import { AwsError } from '../sigv4/aws-error.ts';

/** The refusals of S3 that several operations share, worded as S3 words them. */
export const accessDenied = (message = 'Access Denied') => new AwsError('AccessDenied', 403, message);
export const invalidArgument = (message: string) => new AwsError('InvalidArgument', 400, message);
export const invalidRequest = (message: string) => new AwsError('InvalidRequest', 400, message);
export const badDigest = (message: string) => new AwsError('BadDigest', 400, message);
export const malformedXml = () =>
  new AwsError(
    'MalformedXML',
    400,
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
export const noSuchBucket = (bucket: string) =>
  new AwsError('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: bucket });
export const noSuchKey = (key: string) =>
  new AwsError('NoSuchKey', 404, 'The specified key does not exist.', { Key: key });
export const noSuchVersion = (key: string, versionId: string) =>
  new AwsError('NoSuchVersion', 404, 'The specified version does not exist.', {
    Key: key,
    VersionId: versionId,
  });
export const noSuchUpload = (uploadId: string) =>
  new AwsError(
    'NoSuchUpload',
    404,
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: uploadId },
  );
export const preconditionFailed = (condition: string) =>
  new AwsError('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });
export const entityTooLarge = (size: number, limit: number) =>
  new AwsError('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size', {
    ProposedSize: String(size),
    MaxSizeAllowed: String(limit),
  });
