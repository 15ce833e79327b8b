import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

export type Access = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

/** The services of one AWS-compatible endpoint, whoever runs it. `close` frees the sockets. */
export function createClients(access: Access) {
  const clients = {
    dynamodb: new DynamoDBClient(access),
    streams: new DynamoDBStreamsClient(access),
    sqs: new SQSClient(access),
    sns: new SNSClient(access),
    kms: new KMSClient(access),
    cognito: new CognitoIdentityProviderClient(access),
    s3: new S3Client({ ...access, forcePathStyle: true }),
  };
  return {
    ...clients,
    close() {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

export type Clients = ReturnType<typeof createClients>;
