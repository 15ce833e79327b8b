import { createHash } from 'node:crypto';
import { certificateText } from '@geoarchive/domain/certificate.ts';
import { caller as calling, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type CertifyDeps, certificateRoutes } from './certify.ts';
import { archiveStores } from './deps.ts';
import { finishAcceptance } from './finish.ts';
import { reviewRoutes } from './reviews.ts';

const now = new Date('2026-11-22T02:00:00Z');
const at = { 'custom:node': 'NGA' };
const checker = claimsOf('checker', ['ARCHIVE_CHECKER'], at);
const colleague = claimsOf('colleague', ['ARCHIVE_CHECKER'], at);
const officer = claimsOf('officer', ['CERTIFICATE_OFFICER'], at);
const both = claimsOf('checker', ['ARCHIVE_CHECKER', 'CERTIFICATE_OFFICER'], at);

// A table is made for each test.
jest.setTimeout(60_000);
let tables: TestTables;
let deps: CertifyDeps;
let signed: string[];
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  signed = [];
  deps = {
    ...archiveStores(await tables.fresh(), () => now),
    settings: {
      name: 'test',
      nodes: [],
      custodians: [],
      checkDays: 10,
      checkDaysKind: 'calendar',
      checkRollsOver: true,
      correctionDays: 30,
      delegateCertificates: false,
      disclosure: { days: {}, submissions: false },
    },
    certificateKey: {
      sign: async (sha256) => {
        signed.push(sha256);
        return `signed ${sha256}`;
      },
    },
  };
});
const delegate = () => {
  deps = { ...deps, settings: { ...deps.settings, delegateCertificates: true } };
};
const api = () => calling(() => deps, [...reviewRoutes, ...certificateRoutes]).call;

/** A review that `checker` accepted and that is in the archive. */
const accepted = async (more: { secrecy?: 'public' | 'secret' } = {}) => {
  const id = ulid();
  await deps.reviews.create(
    id,
    {
      title: '某地金矿普查报告',
      dataKind: 'result',
      dataClass: 'mineral-exploration',
      keywords: [],
      authors: [],
      language: '中文',
      minerals: [],
      regions: [],
      sheets: [],
      source: 'other',
      copyright: 'consented',
      earlyConsent: false,
      secrecy: 'public',
      depositId: ulid(),
      round: 1,
      node: 'NGA',
      submitter: 'DEMO-SURVEY',
      receivedAt: now.toISOString(),
      checkBy: '2026-12-02',
      receipt: {
        number: 'HZ-NGA-2026-000001',
        issuedAt: now.toISOString(),
        handedInAt: now.toISOString(),
        files: 2,
        bytes: 10,
        manifestSha256: 'a'.repeat(64),
        signature: 's',
      },
      fileCount: 2,
      bytes: 10,
      errors: 0,
      warnings: 0,
      createdBy: 'submitter',
      bundle: 'bundles/1',
      sequence: 1,
      ...more,
    },
    { action: 'test', by: { worker: 'test' } },
  );
  const reply = await api()({ method: 'POST', path: `/archive/reviews/${id}/accept`, claims: checker });
  expect(reply.status).toBe(202);
  await finishAcceptance(deps, id);
  return id;
};
const certify = (id: string, claims = officer) =>
  api()({ method: 'POST', path: `/archive/reviews/${id}/certificate`, claims });
const moves = async (id: string, claims: typeof officer) =>
  (await api()({ path: `/archive/reviews/${id}`, claims })).body['moves'];

describe('without delegation', () => {
  test('the officer issues, and everybody else has no such button', async () => {
    const id = await accepted();
    expect(await moves(id, officer)).toEqual(['certify']);
    expect(await moves(id, colleague)).toEqual([]);
    expect((await certify(id, colleague)).status).toBe(403);
    expect((await certify(id)).body).toMatchObject({ state: 'certified', moves: [] });
  });

  test('who accepted does not issue, whatever roles they hold', async () => {
    const id = await accepted();
    expect(await moves(id, both)).toEqual([]);
    expect((await certify(id, both)).status).toBe(403);
    expect(signed).toEqual([]);
  });
});

describe('with delegation', () => {
  beforeEach(delegate);

  test('another checker issues, the one who accepted does not', async () => {
    const id = await accepted();
    expect(await moves(id, checker)).toEqual([]);
    expect((await certify(id, checker)).status).toBe(403);
    expect(await moves(id, colleague)).toEqual(['certify']);
    expect((await certify(id, colleague)).status).toBe(201);
  });

  test('the officer still may', async () => {
    expect((await certify(await accepted())).status).toBe(201);
  });
});

describe('the certificate', () => {
  const factsOf = (body: Record<string, unknown>, title: string, secrecy: 'public' | 'secret') => ({
    number: 'HJ-NGA-2026-00001',
    dossier: `cgdoi.NGA/${body['archiveNumber']}`,
    archiveNumber: String(body['archiveNumber']),
    node: 'NGA',
    submitter: 'DEMO-SURVEY',
    title,
    secrecy,
    files: 2,
    bytes: 10,
    issuedAt: now.toISOString(),
    issuedBy: 'officer',
  });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');

  test('is the digest of its facts, signed, and stands with review and dossier', async () => {
    const { body } = await certify(await accepted());
    const sha256 = digest(certificateText(factsOf(body, '某地金矿普查报告', 'public')));
    const certificate = {
      number: 'HJ-NGA-2026-00001',
      issuedAt: now.toISOString(),
      issuedBy: 'officer',
      sha256,
      signature: `signed ${sha256}`,
    };
    expect(body).toMatchObject({ certificate, certificateNumber: certificate.number });
    const dossier = await deps.dossiers.get(String(body['dossierId']));
    expect(dossier?.body).toMatchObject({ certificate, certificateNumber: certificate.number });
  });

  test('of a state secret does not depend on its title', async () => {
    const { body } = await certify(await accepted({ secrecy: 'secret' }));
    const sha256 = digest(certificateText(factsOf(body, 'whatever', 'secret')));
    expect(body['certificate']).toMatchObject({ sha256 });
  });

  test('is issued once: a second call finds it done, takes no number and signs nothing', async () => {
    const id = await accepted();
    await certify(id);
    expect((await certify(id)).status).toBe(409);
    expect(signed).toHaveLength(1);
    expect((await certify(await accepted())).body['certificateNumber']).toBe('HJ-NGA-2026-00002');
  });

  test('issued side by side: each its own number, none twice', async () => {
    const ids = [await accepted(), await accepted(), await accepted()];
    const replies = await Promise.all(ids.map((id) => certify(id)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    const numbers = replies.map(({ body }) => String(body['certificateNumber'])).sort();
    expect(numbers).toEqual(['HJ-NGA-2026-00001', 'HJ-NGA-2026-00002', 'HJ-NGA-2026-00003']);
  });
});

describe('another certificate in the place of one', () => {
  const replace = (id: string, claims = officer, reason = '汇交人名称有误') =>
    api()({
      method: 'POST',
      path: `/archive/reviews/${id}/certificate/replacement`,
      claims,
      body: { reason },
    });
  const paper = (number: string) => deps.documents.get(number);
  const [first, second, third] = ['HJ-NGA-2026-00001', 'HJ-NGA-2026-00002', 'HJ-NGA-2026-00003'] as const;

  test('makes the old one void; each names the other; review and dossier have the new one', async () => {
    const id = await accepted();
    await certify(id);
    const { body } = await replace(id);
    expect(body).toMatchObject({
      state: 'certified',
      certificateNumber: second,
      certificate: { replaced: [first] },
    });
    expect(await paper(first)).toMatchObject({
      state: 'void',
      body: { voided: { by: 'officer', reason: '汇交人名称有误', replacedBy: second } },
    });
    expect(await paper(second)).toMatchObject({ state: 'issued', body: { says: { replaces: first } } });
    const dossier = await deps.dossiers.get(String(body['dossierId']));
    expect(dossier?.body).toMatchObject({ certificateNumber: second });
  });

  test('the signed text says which one it stands for', async () => {
    const id = await accepted();
    await certify(id);
    const { body } = await replace(id);
    const text = certificateText({
      ...{ number: second, dossier: `cgdoi.NGA/${body['archiveNumber']}`, node: 'NGA' },
      ...{
        archiveNumber: String(body['archiveNumber']),
        submitter: 'DEMO-SURVEY',
        title: '某地金矿普查报告',
      },
      ...{ secrecy: 'public', files: 2, bytes: 10, issuedAt: now.toISOString(), issuedBy: 'officer' },
      replaces: first,
    });
    expect(text).toContain(first);
    expect(body['certificate']).toMatchObject({ sha256: createHash('sha256').update(text).digest('hex') });
  });

  test('of a certificate that was void already: why and when it became void stays', async () => {
    const id = await accepted();
    await certify(id);
    const voided = { at: '2026-11-22T01:00:00.000Z', by: '王', reason: '错' };
    const old = await paper(first);
    if (old === undefined) throw new Error('no paper');
    await deps.documents.move(
      old,
      'void',
      { ...old.body, voided },
      { action: 'test', by: { worker: 'test' } },
    );
    expect((await replace(id)).status).toBe(201);
    expect((await paper(first))?.body.voided).toEqual({ ...voided, replacedBy: second });
  });

  test('again: the last one is replaced, all before stay void', async () => {
    const id = await accepted();
    await certify(id);
    await replace(id);
    expect((await replace(id)).body).toMatchObject({
      certificateNumber: third,
      certificate: { replaced: [first, second] },
    });
    expect((await paper(first))?.body.voided?.replacedBy).toBe(second);
    expect((await paper(second))?.body.voided?.replacedBy).toBe(third);
  });

  test('only when there is one, with a reason, by who may issue; two at once: one of them', async () => {
    const id = await accepted();
    expect((await replace(id)).status).toBe(409);
    await certify(id);
    expect((await replace(id, officer, ' ')).status).toBe(400);
    expect((await replace(id, both)).status).toBe(403);
    expect((await replace(id, colleague)).status).toBe(403);
    const { version } = (await deps.reviews.get(id)) ?? {};
    const at = (ifMatch: unknown) =>
      api()({
        method: 'POST',
        path: `/archive/reviews/${id}/certificate/replacement`,
        claims: officer,
        body: { reason: '错' },
        headers: { 'if-match': `"${ifMatch}"` },
      });
    const twice = await Promise.all([at(version), at(version)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await paper(third)).toBeUndefined();
  });
});
