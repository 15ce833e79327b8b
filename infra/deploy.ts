import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { siteTargets } from './deploy/outputs.ts';
import { uploadSite } from './deploy/upload.ts';
import { buildSites, siteFolder } from './local/build.ts';

const USAGE = `npm run deploy:sites -- --outputs FILE [--region REGION]

Builds the sites and uploads them to where the stacks' outputs say.
  --outputs FILE   what cdk deploy --all --outputs-file FILE wrote
  --region REGION  region of the stacks (default: that of the AWS settings of this shell)
`;

/** Builds the sites, uploads each that the outputs name, and tells its address. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { outputs: { type: 'string' }, region: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || values.outputs === undefined) {
    (values.help ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const targets = siteTargets(JSON.parse(readFileSync(values.outputs, 'utf8')));
  await buildSites();
  const place = values.region === undefined ? {} : { region: values.region };
  const s3 = new S3Client(place);
  const cloudfront = new CloudFrontClient(place);
  for (const target of targets) {
    const files = await uploadSite({ s3, cloudfront }, target, siteFolder(target.site), `${Date.now()}`);
    console.log(`${target.site}: ${files} files → https://${target.address}`);
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
