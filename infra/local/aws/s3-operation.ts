/** A short name for an S3 request, for faults to match: the operation as far as method and query tell it. */
export function s3Operation(method: string, url: string): string {
  const [path = '', query = ''] = url.split('?');
  const names = new Set(query.split('&').map((pair) => pair.split('=')[0]));
  const hasKey = path.split('/').filter(Boolean).length > 1;
  const name = (): string => {
    switch (method) {
      case 'GET':
        if (!hasKey) return 'ListObjects';
        return names.has('uploadId') ? 'ListParts' : 'GetObject';
      case 'HEAD':
        return hasKey ? 'HeadObject' : 'HeadBucket';
      case 'PUT':
        if (!hasKey) return 'PutBucket';
        return names.has('partNumber') ? 'UploadPart' : 'PutObject';
      case 'POST':
        if (names.has('uploads')) return 'CreateMultipartUpload';
        return names.has('uploadId') ? 'CompleteMultipartUpload' : 'Post';
      case 'DELETE':
        return names.has('uploadId') ? 'AbortMultipartUpload' : 'DeleteObject';
      default:
        return method;
    }
  };
  return `s3:${name()}`;
}
