import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadAssembly } from './assembly.ts';
import { createModel } from './model.ts';
import { LOCAL_PLACE } from './place.ts';

const cdkOut = join(import.meta.dirname, '..', '..', '..', 'cdk.out');
const whenSynthesized = existsSync(join(cdkOut, 'manifest.json')) ? test : test.skip;

whenSynthesized('every reference of the synthesized stacks can be followed', () => {
  const assembly = loadAssembly(cdkOut);
  const model = createModel({ assembly, place: LOCAL_PLACE, endpoint: 'http://127.0.0.1:4505' });
  const types = new Set(
    [...assembly.stacks.values()].flatMap((t) => Object.values(t.Resources ?? {}).map((r) => r.Type)),
  );
  expect(types.size).toBeGreaterThan(20);
  for (const type of types) {
    for (const resource of model.resources(type)) {
      const text = JSON.stringify(resource.properties());
      expect(text).not.toMatch(/"Fn::|"Ref":/);
    }
  }
  for (const stack of assembly.stacks.keys()) model.outputs(stack);
});
