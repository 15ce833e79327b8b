import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Environment } from './environment.ts';

export type Where = Pick<Environment, 'AWS_REGION' | 'AWS_ENDPOINT_URL'>;
export const common = (env: Where) => ({
  region: env.AWS_REGION,
  ...(env.AWS_ENDPOINT_URL === undefined ? {} : { endpoint: env.AWS_ENDPOINT_URL }),
  maxAttempts: 5,
});

// One factory each, so that a bundle holds only the clients its function uses; that of S3 stands in `lazy-s3.ts`.
export const documentClient = (env: Where): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(common(env)), {
    marshallOptions: { removeUndefinedValues: true },
  });
export const sqsClient = (env: Where): SQSClient => new SQSClient(common(env));
export const snsClient = (env: Where): SNSClient => new SNSClient(common(env));
export const kmsClient = (env: Where): KMSClient => new KMSClient(common(env));
export const cognitoClient = (env: Where): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient(common(env));
