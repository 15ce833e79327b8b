import { describe, expect, test } from '@jest/globals';
import { endOf, payloadOf, personOf } from './claims.ts';

const jwt = (payload: object) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;

describe('claims', () => {
  test('a Cognito token', () => {
    const payload = payloadOf(
      jwt({
        sub: 'u1',
        email: 'li@example.cn',
        name: '李雷',
        'cognito:groups': ['SUBMITTER', 'WIZARD'],
        'custom:organisation': 'org1',
        'custom:node': 'n0001',
        exp: 1700000000,
      }),
    );
    expect(personOf(payload)).toEqual({
      id: 'u1',
      email: 'li@example.cn',
      name: '李雷',
      roles: ['SUBMITTER'],
      organisation: 'org1',
      node: 'n0001',
    });
  });

  test('a token of another issuer', () => {
    const names = { roles: 'realm_access.roles', organisation: 'org', node: 'node' };
    const payload = { sub: 'u2', email: 'a@b.cn', realm_access: { roles: ['AUDITOR'] }, org: 'o', node: 7 };
    expect(personOf(payload, names)).toMatchObject({
      name: 'a@b.cn',
      roles: ['AUDITOR'],
      organisation: 'o',
      node: undefined,
    });
    expect(personOf(payload).roles).toEqual([]);
  });

  test('no subject, no person', () => {
    expect(() => personOf({ email: 'a@b.cn' })).toThrow();
  });

  test('end of a token', () => {
    expect(endOf(jwt({ sub: 'u', exp: 1700000000 }))).toBe(1700000000000);
    expect(endOf(jwt({ sub: 'u' }))).toBe(0);
  });
});
