import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { GeoStack } from '../stacks/stack.ts';

/** Rights on the OpenSearch domain that the settings name; none with the snapshot engine, which lives in S3. */
export function searchRights(stack: GeoStack): PolicyStatement[] {
  const { searchEngine } = stack.deployment.settings;
  if (searchEngine.kind === 'snapshot') return [];
  const domain = stack.formatArn({
    service: 'es',
    resource: 'domain',
    resourceName: searchEngine.domainName,
  });
  return [
    new PolicyStatement({
      actions: ['es:ESHttpGet', 'es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpDelete', 'es:ESHttpHead'],
      resources: [`${domain}/*`],
    }),
  ];
}
