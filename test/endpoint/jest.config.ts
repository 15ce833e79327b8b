import type { Config } from 'jest';
import shared from '../../jest.config.ts';

const [unit] = shared.projects;

/** The system tests without a local run of Jest's own: `main.ts` has started one, on the endpoint. */
export default {
  ...unit,
  displayName: 'endpoint',
  rootDir: '../..',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
} satisfies Config;
