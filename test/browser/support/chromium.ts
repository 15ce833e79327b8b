import { test as jestTest } from '@jest/globals';
import { chromiumPath } from './launch.ts';

export { launch } from './launch.ts';

/** Jest's `test` where there is a Chromium; else the tests are shown as skipped, and why is said once. */
export const test: typeof jestTest.skip = chromiumPath() === undefined ? jestTest.skip : jestTest;
if (chromiumPath() === undefined)
  console.warn('Browser tests are skipped: no Chromium found. Install it or set CHROMIUM_PATH.');
