import {
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Model, Resource } from '../template/model.ts';
import { isMissing } from './missing.ts';
import { clientSchema, groupSchema, poolSchema } from './pool-schema.ts';

type Client = CognitoIdentityProviderClient;

async function present(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function provisionPool(model: Model, client: Client, resource: Resource): Promise<void> {
  const UserPoolId = resource.ref();
  if (await present(() => client.send(new DescribeUserPoolCommand({ UserPoolId })))) return;
  const { UserPoolName, ...wanted } = poolSchema.parse(resource.properties());
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({
      PoolName: UserPoolName ?? resource.logicalId,
      ...wanted,
      // Local endpoints take the wished id from this tag.
      UserPoolTags: { _custom_id_: UserPoolId },
    }),
  );
  const given = UserPool?.Id;
  if (given && given !== UserPoolId) {
    const attributes = { UserPoolId: given, ...(UserPool.Arn && { Arn: UserPool.Arn }) };
    model.identify(resource, { ref: given, attributes });
  }
}

async function provisionClient(model: Model, client: Client, resource: Resource): Promise<void> {
  const { UserPoolId, ...wanted } = clientSchema.parse(resource.properties());
  const ClientId = resource.ref();
  if (await present(() => client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })))) return;
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({ UserPoolId, ...wanted, ClientName: `_custom_id_:${ClientId}` }),
  );
  const given = UserPoolClient?.ClientId;
  if (given && given !== ClientId) {
    model.identify(resource, { ref: given, attributes: { ClientId: given } });
  }
}

async function provisionGroup(client: Client, resource: Resource): Promise<void> {
  const wanted = groupSchema.parse(resource.properties());
  try {
    await client.send(new CreateGroupCommand({ ...wanted, GroupName: resource.ref() }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'GroupExistsException')) throw error;
  }
}

/** Creates the user pools of the stacks with their clients and groups. */
export async function provisionPools(model: Model, client: Client): Promise<void> {
  const each = (type: string, make: (resource: Resource) => Promise<void>) =>
    Promise.all(model.resources(type).map(make));
  await each('AWS::Cognito::UserPool', (resource) => provisionPool(model, client, resource));
  await each('AWS::Cognito::UserPoolClient', (resource) => provisionClient(model, client, resource));
  await each('AWS::Cognito::UserPoolGroup', (resource) => provisionGroup(client, resource));
}
