import { describe, expect, test } from '@jest/globals';
import { type CertificateFacts, certificateText, mayCertify } from './certificate.ts';
import type { RoleCode } from './roles.ts';

const ask = (roles: RoleCode[], acceptedBy: string | undefined, delegated: boolean) =>
  mayCertify({ by: { sub: 'me', roles }, acceptedBy, delegated });

describe('who may issue a certificate', () => {
  test.each<[string, RoleCode[], string | undefined, boolean, boolean]>([
    ['an officer', ['CERTIFICATE_OFFICER'], 'other', false, true],
    ['an officer, where it is delegated too', ['CERTIFICATE_OFFICER'], 'other', true, true],
    ['an officer, when nobody noted who accepted', ['CERTIFICATE_OFFICER'], undefined, false, true],
    ['an officer who accepted as a checker', ['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER'], 'me', true, false],
    ['a checker', ['ARCHIVE_CHECKER'], 'other', false, false],
    ['a checker, where it is delegated', ['ARCHIVE_CHECKER'], 'other', true, true],
    ['the checker who accepted, where it is delegated', ['ARCHIVE_CHECKER'], 'me', true, false],
    ['a checker, when nobody noted who accepted', ['ARCHIVE_CHECKER'], undefined, true, false],
    ['a keeper, where it is delegated', ['ARCHIVE_KEEPER'], 'other', true, false],
    ['somebody without a role', [], 'other', true, false],
  ])('%s', (_, roles, acceptedBy, delegated, expected) => {
    expect(ask(roles, acceptedBy, delegated)).toBe(expected);
  });
});

const facts: CertificateFacts = {
  number: 'HJ-NGA-2026-00001',
  dossier: 'cgdoi.NGA/d00000001',
  archiveNumber: 'd00000001',
  node: 'NGA',
  submitter: 'DEMO-SURVEY',
  title: '某地金矿普查报告',
  secrecy: 'public',
  files: 2,
  bytes: 10,
  issuedAt: '2026-11-22T02:00:00.000Z',
  issuedBy: '凭证签发人员',
};

describe('the text of a certificate', () => {
  test('states all facts in one form', () => {
    expect(certificateText(facts)).toBe(
      '{"archiveNumber":"d00000001","bytes":10,"dossier":"cgdoi.NGA/d00000001","files":2,' +
        '"format":"geoarchive-certificate/1","issuedAt":"2026-11-22T02:00:00.000Z","issuedBy":"凭证签发人员",' +
        '"node":"NGA","number":"HJ-NGA-2026-00001","submitter":"DEMO-SURVEY","title":"某地金矿普查报告"}',
    );
  });

  test('does not depend on the title of a state secret, but on that of everything else', () => {
    const other = { title: '另一题名' };
    const secret = { ...facts, secrecy: 'secret' } as const;
    expect(certificateText({ ...secret, ...other })).toBe(certificateText(secret));
    expect(certificateText({ ...facts, ...other })).not.toBe(certificateText(facts));
  });
});
