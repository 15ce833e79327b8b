import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { FunctionFacts, Owner } from './context.ts';

/** Key under which a resource's template metadata names its plane. */
const factsKey = 'GeoArchive';

/** Writes facts about a resource into the template: which plane it belongs to, and of functions more. */
export function describe(construct: IConstruct, facts: { plane: Owner } | FunctionFacts): void {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource))
    throw new Error(`${construct.node.path} is no resource and cannot be described`);
  resource.addMetadata(factsKey, facts);
}
