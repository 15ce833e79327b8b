import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../sigv4/aws-error.ts';
import { decodePercent, splitUrl } from '../sigv4/encode.ts';
import type { Verified } from '../sigv4/verify.ts';
import type { Context, Reply } from './context.ts';
import { corsHeaders } from './cors.ts';
import { courier, type Notify } from './courier.ts';
import { accessDenied, noSuchBucket } from './errors.ts';
import { MAX_KEY } from './limits.ts';
import { applies, eventMessage, readRules } from './notifications.ts';
import { errorReply, send } from './respond.ts';
import { type Place, route } from './routes.ts';
import { openStore, type Store } from './store/store.ts';

export type S3Options = {
  dataDir: string;
  region: string;
  /** Whether the role behind the access key allows the IAM action on the ARN. */
  authorise(accessKeyId: string, action: string, resourceArn: string): boolean;
  /** Delivers a notification to a queue or topic; what it rejects with makes the delivery be tried again. */
  notify: Notify;
  now(): Date;
};

export type S3 = {
  /** Answers one request whose signature was verified before; `undefined` for an unsigned one. */
  handle(req: IncomingMessage, res: ServerResponse, verified: Verified | undefined): Promise<void>;
  /** Stops deliveries and closes the index; requests must have ended. */
  close(): Promise<void>;
};

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

function placeOf(path: string): Place {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
  const place = { bucketName: decodePercent(bucket), key: decodePercent(key) };
  if (Buffer.byteLength(place.key) > MAX_KEY) {
    throw new AwsError('KeyTooLongError', 400, 'Your key is too long', { MaxSizeAllowed: String(MAX_KEY) });
  }
  return place;
}

type Call = {
  req: IncomingMessage;
  verified: Verified;
  place: Place;
  query: Map<string, string>;
  requestId: string;
};

/**
 * `x-amz-*` parameters of a presigned URL that stand for headers. S3 does not look at checksums there: a link
 * that is to enforce one must have it signed as a header.
 */
function hoistedHeaders(query: ReadonlyMap<string, string>): Map<string, string> {
  const ignored = /^x-amz-(checksum-(crc|sha)|sdk-checksum-)/;
  const named = [...query].map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  return new Map(named.filter(([name]) => name.startsWith('x-amz-') && !ignored.test(name)));
}

function contextOf(store: Store, options: S3Options, deliver: () => void, call: Call): Context {
  const { req, verified, place, query, requestId } = call;
  const { region } = options;
  const arn = (bucket: string, key = '') =>
    `arn:${partitionOf(region)}:s3:::${bucket}${key === '' ? '' : `/${key}`}`;
  const may = (action: string, resource: string) => options.authorise(verified.accessKeyId, action, resource);
  const hoisted = hoistedHeaders(query);
  const rulesOf = (bucket: string) => {
    const xml = store.buckets.setting(bucket, 'notification');
    return xml === undefined ? [] : readRules(xml);
  };
  return {
    method: req.method ?? '',
    ...place,
    query,
    header(name) {
      const value = req.headers[name];
      if (value !== undefined) return Array.isArray(value) ? value.join(', ') : value;
      return hoisted.get(name);
    },
    raw: req,
    payload: verified.payload,
    requestId,
    region,
    store,
    blobs: store.blobs,
    now: options.now,
    arn,
    may,
    need(action, resource = arn(place.bucketName, place.key)) {
      if (!may(action, resource)) throw accessDenied();
    },
    bucket() {
      const bucket = store.buckets.get(place.bucketName);
      if (bucket === undefined) throw noSuchBucket(place.bucketName);
      return bucket;
    },
    record(event, version) {
      const at = {
        region,
        time: options.now(),
        requestId,
        principal: verified.accessKeyId,
        bucketArn: arn(version.bucket),
      };
      for (const rule of rulesOf(version.bucket)) {
        if (applies(rule, event, version.key))
          store.outbox.add(rule.target, eventMessage(rule, event, version, at));
      }
    },
    deliver,
  };
}

/** Opens the local S3 in a folder and sends what an earlier run could not. */
export function createS3(options: S3Options): S3 {
  const store = openStore(options.dataDir);
  const post = courier(store, options.notify);
  post.wake();

  const answer = async (
    req: IncomingMessage,
    verified: Verified | undefined,
    requestId: string,
  ): Promise<Reply> => {
    const { path, query: pairs } = splitUrl(req.url ?? '/');
    const place = placeOf(path);
    const query = new Map(pairs);
    if (verified === undefined) throw accessDenied();
    const isCopy = req.headers['x-amz-copy-source'] !== undefined || query.has('x-amz-copy-source');
    const operation = route(req.method ?? '', place, query, isCopy);
    if (operation === undefined) {
      throw new AwsError(
        'NotImplemented',
        501,
        'A header or query you provided implies functionality that is not implemented',
      );
    }
    return operation(contextOf(store, options, post.wake, { req, verified, place, query, requestId }));
  };

  const preflight = (req: IncomingMessage, cors: Record<string, string | undefined> | undefined): Reply => {
    if (req.headers.origin === undefined)
      throw new AwsError('BadRequest', 400, 'Insufficient information. Origin request header needed.');
    if (cors === undefined)
      throw new AwsError('AccessForbidden', 403, 'CORSResponse: This CORS request is not allowed.');
    return { status: 200 };
  };

  return {
    async handle(req, res, verified) {
      const requestId = randomBytes(8).toString('hex').toUpperCase();
      const method = req.method ?? '';
      const [path = '/'] = (req.url ?? '/').split('?');
      const more: Record<string, string | undefined> = {
        'x-amz-request-id': requestId,
        'x-amz-id-2': requestId,
        server: 'AmazonS3',
      };
      let reply: Reply;
      try {
        const cors = corsHeaders(store, placeOf(path).bucketName, req);
        Object.assign(more, cors);
        reply = method === 'OPTIONS' ? preflight(req, cors) : await answer(req, verified, requestId);
      } catch (error) {
        reply = errorReply(error, path, requestId);
      }
      await send(res, method, reply, more);
    },
    async close() {
      await post.close();
      store.close();
    },
  };
}
