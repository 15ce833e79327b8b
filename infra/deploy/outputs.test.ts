import { beforeAll, expect, test } from '@jest/globals';
import type { Templates } from '../checks/template.ts';
import { stubApp, templatesOf } from '../testing/stub-app.ts';
import { siteTargets } from './outputs.ts';

let templates: Templates;
beforeAll(() => {
  templates = templatesOf(stubApp('example'));
}, 60_000);

/** The outputs that the stacks really have, each with its own id for a value. */
const outputsOf = (stacks: readonly string[]) =>
  Object.fromEntries(
    stacks.map((stack) => {
      const ids = Object.keys(templates.get(stack)?.Outputs ?? {});
      return [stack, Object.fromEntries(ids.map((id) => [id, id]))];
    }),
  );

test('finds the three sites in the outputs of the stacks', () => {
  const targets = siteTargets(outputsOf(['public-api', 'internal-api', 'backbone']));
  expect(targets.map(({ site }) => site)).toEqual(['submit', 'admin', 'portal']);
  for (const { site, bucket, distribution, address, config } of targets) {
    const construct = `${site.charAt(0).toUpperCase()}${site.slice(1)}Site`;
    expect(bucket).toMatch(`${construct}SiteBucket`);
    expect(distribution).toMatch(`${construct}SiteDistribution`);
    expect(address).toMatch(`${construct}SiteAddress`);
    expect(config).toMatch(`${construct}SiteConfig`);
  }
});

test('leaves out a site that the deployment does not have', () => {
  const targets = siteTargets(outputsOf(['public-api']));
  expect(targets.map(({ site }) => site)).toEqual(['submit', 'portal']);
});

test('refuses outputs without sites, and sites without all of theirs', () => {
  expect(() => siteTargets({ 'geoarchive-backbone': { Topic1234ABCD: 'x' } })).toThrow('--outputs-file');
  expect(() => siteTargets({ api: { SubmitSiteSiteBucket0CF23AF7: 'b' } })).toThrow('submit site');
  expect(() => siteTargets([])).toThrow();
});
