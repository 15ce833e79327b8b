import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../settings.ts';
import type { GeoStack } from '../stacks/stack.ts';

/** Name of the catalogue's index in a domain that others may use, too. The engine adds a version of its own (`-v1`). */
export const searchIndex = (settings: Settings): string => `${settings.name}-catalogue`;

/** Rights on the catalogue's index in the OpenSearch domain of the settings; none with the snapshot engine, which lives in S3. */
const onIndex = (stack: GeoStack, actions: string[], path: string): PolicyStatement[] => {
  const { settings } = stack.deployment;
  if (settings.searchEngine.kind === 'snapshot') return [];
  const domain = stack.formatArn({
    service: 'es',
    resource: 'domain',
    resourceName: settings.searchEngine.domainName,
  });
  return [new PolicyStatement({ actions, resources: [`${domain}/${searchIndex(settings)}-v*${path}`] })];
};

/** Asks questions of the index. */
export const askDomain = (stack: GeoStack) => onIndex(stack, ['es:ESHttpPost'], '/_search');
/** Makes the index and writes into it. */
export const writeDomain = (stack: GeoStack) => onIndex(stack, ['es:ESHttpPost', 'es:ESHttpPut'], '');
