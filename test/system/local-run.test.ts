import { roles } from '@geoarchive/domain/roles.ts';
import { describe, expect, test } from '@jest/globals';
import { sharedEndpoints } from '../support/shared-run.ts';

const endpoints = sharedEndpoints();

describe('the local run', () => {
  test('has an account for each role', () => {
    expect(new Set(endpoints.accounts.map(({ role }) => role)).size).toBe(roles.length);
  });
  test.each(['submit', 'admin', 'portal'] as const)('serves the %s site with its settings', async (site) => {
    const config: unknown = await (await fetch(`${endpoints[site]}/config.json`)).json();
    expect(config).toMatchObject({
      identity: { kind: 'cognito', flow: 'password', endpoint: endpoints.aws.endpoint },
    });
  });
});
