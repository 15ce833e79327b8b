import {
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKET, enableVersions, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;

const KEYS = ['', ...'ab'].flatMap((a) =>
  ['/', '', '//'].flatMap((b) => ['x', '', 'é', '石'].map((c) => `${a}${b}${c}`)),
);
const keys = [...new Set(KEYS)]
  .filter((k) => k !== '')
  .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  await enableVersions(client);
  for (const key of keys) await put(client, key);
  for (const key of keys.slice(0, 5)) await put(client, key);
});
afterAll(() => s3.close());

/** What a listing must give, computed the plain way. */
function expected(prefix: string, delimiter: string): string[] {
  const rolled = keys
    .filter((k) => k.startsWith(prefix))
    .map((k) => {
      const at = delimiter === '' ? -1 : k.indexOf(delimiter, prefix.length);
      return at < 0 ? `key ${k}` : `prefix ${k.slice(0, at + delimiter.length)}`;
    });
  return [...new Set(rolled)].sort();
}

async function listAll(Prefix: string, Delimiter: string, MaxKeys: number): Promise<string[]> {
  const found: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: BUCKET,
        Prefix,
        Delimiter,
        MaxKeys,
        ...(ContinuationToken && { ContinuationToken }),
      }),
    );
    const [contents, prefixes] = [page.Contents ?? [], page.CommonPrefixes ?? []];
    expect(page.KeyCount).toBe(contents.length + prefixes.length);
    expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
    found.push(...contents.map((c) => `key ${c.Key}`), ...prefixes.map((p) => `prefix ${p.Prefix}`));
    expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return found;
}

const prefixes = fc.constantFrom('', 'a', 'a/', 'b//', '/', 'a/石', 'none');
const delimiters = fc.constantFrom('', '/', '//', 'é');

describe('ListObjectsV2', () => {
  test('page by page gives each key and prefix once', async () => {
    await fc.assert(
      fc.asyncProperty(
        prefixes,
        delimiters,
        fc.integer({ min: 1, max: 9 }),
        async (prefix, delimiter, max) => {
          expect((await listAll(prefix, delimiter, max)).sort()).toEqual(expected(prefix, delimiter));
        },
      ),
      { numRuns: 40 },
    );
  });
  test('start-after, and a wrong token', async () => {
    const [, , third = ''] = keys;
    const { Contents } = await client.send(
      new ListObjectsV2Command({ Bucket: BUCKET, StartAfter: third, MaxKeys: 1 }),
    );
    expect(Contents?.[0]?.Key).toBe(keys[3]);
    const wrong = client.send(new ListObjectsV2Command({ Bucket: BUCKET, ContinuationToken: '!' }));
    expect((await refusal(wrong)).name).toBe('InvalidArgument');
  });
  test('max-keys 0 gives nothing', async () => {
    const page = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, MaxKeys: 0 }));
    expect(page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });
});

test('ListObjects (version 1) pages by marker', async () => {
  const found: string[] = [];
  let Marker = '';
  for (;;) {
    const page = await client.send(
      new ListObjectsCommand({ Bucket: BUCKET, Delimiter: '/', MaxKeys: 2, Marker }),
    );
    found.push(
      ...(page.Contents ?? []).map((c) => `key ${c.Key}`),
      ...(page.CommonPrefixes ?? []).map((p) => `prefix ${p.Prefix}`),
    );
    if (!page.IsTruncated) break;
    Marker = page.NextMarker ?? '';
  }
  expect(found.sort()).toEqual(expected('', '/'));
});

describe('ListObjectVersions', () => {
  test('page by page gives each version once, the newest of a key first', async () => {
    for (const MaxKeys of [1, 3, 1000]) {
      const found: [string, boolean][] = [];
      let from: { KeyMarker?: string; VersionIdMarker?: string } = {};
      for (;;) {
        const page = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys, ...from }));
        found.push(
          ...(page.Versions ?? []).map((v): [string, boolean] => [v.Key ?? '', v.IsLatest ?? false]),
        );
        if (!page.IsTruncated) break;
        from = {
          ...(page.NextKeyMarker !== undefined && { KeyMarker: page.NextKeyMarker }),
          ...(page.NextVersionIdMarker !== undefined && { VersionIdMarker: page.NextVersionIdMarker }),
        };
      }
      const wanted = keys.flatMap((k, i): [string, boolean][] =>
        i < 5
          ? [
              [k, true],
              [k, false],
            ]
          : [[k, true]],
      );
      expect(found).toEqual(wanted);
    }
  });
  test('delimiter rolls up', async () => {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Delimiter: '/' }));
    const names = [
      ...(page.Versions ?? []).map((v) => `key ${v.Key}`),
      ...(page.CommonPrefixes ?? []).map((p) => `prefix ${p.Prefix}`),
    ];
    expect([...new Set(names)].sort()).toEqual(expected('', '/'));
  });
});
