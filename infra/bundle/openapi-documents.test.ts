import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openApi } from '@geoarchive/contract/openapi/openapi.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BuildOptions, build } from 'esbuild';
import { openApiDocuments } from './openapi-documents.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'geoarchive-openapi-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['internal', 'public'] as const)(
  'the %s document in a bundle is the one that its routes make',
  async (api) => {
    const outfile = join(folder, `${api}.mjs`);
    const source = join(import.meta.dirname, '..', '..', 'layers', 'contract', 'openapi', `${api}.ts`);
    const options: BuildOptions = {
      bundle: true,
      format: 'esm',
      platform: 'node',
      plugins: [openApiDocuments],
    };
    await build({ ...options, entryPoints: [source], outfile });
    const bundled: { document(): unknown } = await import(pathToFileURL(outfile).href);
    expect(bundled.document()).toEqual(openApi(api));
    expect(statSync(outfile).size).toBeLessThan(100_000);
  },
);
