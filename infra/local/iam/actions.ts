import { dynamodbDemands } from './dynamodb.ts';
import { cognitoDemands, kmsDemands } from './keys-and-pools.ts';
import { sesDemands } from './mail.ts';
import { snsDemands, sqsDemands } from './messages.ts';
import type { Place } from './place.ts';
import type { Demand } from './statement.ts';

/** A request once its protocol is read: the operation and its input. */
export type ServiceCall = { operation: string; input: Readonly<Record<string, unknown>> };

/**
 * The IAM action and resource of each right that a request needs. S3 is not here: the local S3 asks for its rights
 * itself, since it knows its requests best. Services that record only (CloudWatch, X-Ray) need none. Throws for a
 * service or an operation that is not known.
 */
export function actionsOf(
  service: string,
  call: ServiceCall,
  place: Place,
  keyIdOf: (keyIdOrAlias: string) => string = (id) => id,
): Demand[] {
  switch (service) {
    case 'dynamodb':
      return dynamodbDemands(call.operation, call.input, place);
    case 'sqs':
      return sqsDemands(call.operation, call.input, place);
    case 'sns':
      return snsDemands(call.operation, call.input, place);
    case 'kms':
      return kmsDemands(call.operation, call.input, place, keyIdOf);
    case 'cognito-idp':
      return cognitoDemands(call.operation, call.input, place);
    case 'ses':
      return sesDemands(call.operation, call.input, place);
    case 'monitoring':
    case 'xray':
      return [];
    default:
      throw new Error(`service is not known here: ${service}`);
  }
}
