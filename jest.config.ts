import type { Config } from 'jest';

/** Node runs the sources as they are (ESM, erasable types); swc strips the types for Jest. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.local', '/dist/'],
} satisfies Config;

const project = (displayName: string, testMatch: string[], more: Partial<Config> = {}) => ({
  ...base,
  displayName,
  testMatch: testMatch.map((m) => `<rootDir>/${m}`),
  ...more,
});

export default {
  /** Milliseconds: Jest's five seconds are not enough for tests of whole papers and engines on a loaded machine. */
  testTimeout: 60_000,
  projects: [
    project('unit', ['{layers,functions,infra,frontend,events}/**/*.test.ts', 'test/endpoint/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/support/tables-setup.ts',
      globalTeardown: '<rootDir>/test/support/tables-teardown.ts',
    }),
    project('system', ['test/{system,security,faults}/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    }),
    project('browser', ['test/browser/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    }),
  ],
} satisfies Config;
