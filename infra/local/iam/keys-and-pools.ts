import { arnAt, lastOf, type Place, textOf } from './place.ts';
import type { Demand } from './statement.ts';

type Input = Readonly<Record<string, unknown>>;

const onKey = new Set([
  'Sign',
  'Verify',
  'Encrypt',
  'Decrypt',
  'GetPublicKey',
  'DescribeKey',
  'EnableKey',
  'DisableKey',
  'ScheduleKeyDeletion',
  'TagResource',
  'ListResourceTags',
  'GetKeyPolicy',
  'PutKeyPolicy',
]);
const withoutKey = new Set(['CreateKey', 'ListKeys', 'ListAliases', 'CreateAlias', 'DeleteAlias']);

/** The rights that a KMS request needs; `keyIdOf` turns an alias into the key's id. Throws when it is not known. */
export function kmsDemands(
  operation: string,
  input: Input,
  place: Place,
  keyIdOf: (keyIdOrAlias: string) => string,
): Demand[] {
  if (withoutKey.has(operation)) return [{ action: `kms:${operation}`, resource: '*' }];
  if (!onKey.has(operation)) throw new Error(`KMS operation is not known here: ${operation}`);
  const id = keyIdOf(lastOf(textOf(input, 'KeyId'), 'key/'));
  return [{ action: `kms:${operation}`, resource: arnAt(place, 'kms', `key/${id}`) }];
}

const onPool =
  /^(Admin[A-Z]\w+|(List|Create|Delete|Update|Get|Describe)(UserPool|UserPoolClient|User|Users|Group|Groups|UsersInGroup|UserPoolClients|UserPoolMfaConfig)|SetUserPoolMfaConfig)$/;
const withoutPool = new Set(['CreateUserPool', 'ListUserPools']);

/** The rights that a signed Cognito request needs, on its user pool. Throws when it is not known. */
export function cognitoDemands(operation: string, input: Input, place: Place): Demand[] {
  const action = `cognito-idp:${operation}`;
  if (withoutPool.has(operation)) return [{ action, resource: '*' }];
  if (!onPool.test(operation)) throw new Error(`Cognito operation is not known here: ${operation}`);
  return [{ action, resource: arnAt(place, 'cognito-idp', `userpool/${textOf(input, 'UserPoolId')}`) }];
}
