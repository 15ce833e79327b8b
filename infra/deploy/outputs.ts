import * as z from 'zod';
import { type SiteName, siteNames } from '../local/sites/distribution.ts';

/** Where a built site goes, as the stacks' outputs say. */
export type SiteTarget = {
  site: SiteName;
  bucket: string;
  distribution: string;
  /** Host name that CloudFront gave it. */
  address: string;
  /** Content of `/config.json`. */
  config: string;
};

/** What `cdk deploy --outputs-file` writes: outputs by their logical ids, by stack. */
const schema = z.record(z.string(), z.record(z.string(), z.string()));

const named = (site: SiteName, outputs: readonly (readonly [string, string])[]) => {
  const construct = `${site.charAt(0).toUpperCase()}${site.slice(1)}Site`;
  return (what: string): string | undefined =>
    outputs.find(([id]) => id.replace(/[0-9A-F]{8}$/, '') === `${construct}Site${what}`)?.[1];
};

/**
 * Finds the sites of a deployment in its outputs. One that has none is left out: a private internal API has no admin
 * site of its own.
 * @throws Error when the outputs name no site, or name one incompletely.
 */
export function siteTargets(content: unknown): SiteTarget[] {
  const outputs = Object.values(schema.parse(content)).flatMap((stack) => Object.entries(stack));
  const targets = siteNames.flatMap((site): SiteTarget[] => {
    const value = named(site, outputs);
    const [bucket, distribution, address, config] = ['Bucket', 'Distribution', 'Address', 'Config'].map(
      value,
    );
    const found = [bucket, distribution, address, config].filter((each) => each !== undefined).length;
    if (found === 0) return [];
    if (!bucket || !distribution || !address || !config)
      throw new Error(`The outputs of the ${site} site are not complete: deploy its stack again.`);
    return [{ site, bucket, distribution, address, config }];
  });
  if (targets.length === 0)
    throw new Error('The outputs name no site: give the file that cdk deploy --outputs-file wrote.');
  return targets;
}
