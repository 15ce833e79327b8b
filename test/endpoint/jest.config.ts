import type { Config } from 'jest';
import shared from '../../jest.config.ts';

const system = shared.projects.find(({ displayName }) => displayName === 'system');

/** The system tests without their own local run: `main.ts` has started one on the endpoint. */
export default {
  ...system,
  displayName: 'endpoint',
  rootDir: '../..',
  globalSetup: undefined,
  globalTeardown: undefined,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
} satisfies Config;
