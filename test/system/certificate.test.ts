import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPublicKeyCommand } from '@aws-sdk/client-kms';
import { archive, intake } from '@geoarchive/contract/routes.ts';
import { certificateText } from '@geoarchive/domain/certificate.ts';
import { afterAll, expect, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

test('a certificate is signed over what it states, by the officer and not by a checker', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-certificate-'));
  writeFileSync(join(folder, '钻孔.csv'), '孔号,X,Y\nZK01,110.2,30.3\n');
  const sealed = await handIn(people, folder, description(`凭证 ${Date.now()}`));
  const accepted = await acceptDeposit(people, sealed.id);
  const params = { id: accepted.id };
  expect(accepted).toMatchObject({ accepted: { by: expect.any(String) }, moves: [] });

  const checker = await people.as('ARCHIVE_CHECKER');
  expect((await problemOf(checker.call(archive.certifyReview, { params }))).status).toBe(403);

  const officer = await people.as('CERTIFICATE_OFFICER');
  expect((await officer.call(archive.getReview, { params })).moves).toEqual(['certify']);
  const review = await officer.call(archive.certifyReview, { params });
  const { certificate } = review;
  if (certificate === undefined) throw new Error('No certificate');
  expect(certificate.number).toBe(review.certificateNumber);
  const dossier = await checker.call(archive.getDossier, { params: { id: review.dossierId ?? '' } });
  expect(dossier.certificate).toEqual(certificate);

  const text = certificateText({
    number: certificate.number,
    dossier: dossier.code,
    archiveNumber: dossier.archiveNumber,
    node: dossier.node,
    submitter: dossier.submitter,
    title: dossier.title,
    secrecy: dossier.secrecy,
    files: dossier.fileCount,
    bytes: dossier.bytes,
    issuedAt: certificate.issuedAt,
    issuedBy: certificate.issuedBy,
  });
  const KeyId = inside.named('archive/CertificateKey');
  const { PublicKey } = await inside.clients.kms.send(new GetPublicKeyCommand({ KeyId }));
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  const signature = Buffer.from(certificate.signature, 'base64');
  expect(verify('sha256', Buffer.from(text), key, signature)).toBe(true);
  expect(verify('sha256', Buffer.from(`${text} `), key, signature)).toBe(false);

  const submitter = await people.as('SUBMITTER');
  const seen = await until(
    () => submitter.call(intake.getDeposit, { params: { id: sealed.id } }),
    ({ state }) => state === 'certified',
  );
  expect(seen.certificateNumber).toBe(certificate.number);
}, 240_000);
