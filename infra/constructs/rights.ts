import type { Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** Rights are written out, action by action: CDK's grants give more than our functions use. */
const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources });

const tableReads = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
];
const tableWrites = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
];
const tableArns = (table: Table) => [table.tableArn, `${table.tableArn}/index/*`];

export const readTable = (table: Table) => allow(tableReads, ...tableArns(table));
export const writeTable = (table: Table) => allow([...tableReads, ...tableWrites], ...tableArns(table));
/** Adds rows to what is there: for functions that only keep records of what was done. */
export const addRows = (table: Table) => allow(['dynamodb:PutItem'], table.tableArn);
/** Reads the whole table, for rebuilding what is derived from it. */
export const scanTable = (table: Table) => allow(['dynamodb:Scan'], ...tableArns(table));

/** Reads the table's stream, from the plane's relay only. */
export function readStream(table: Table): PolicyStatement {
  if (!table.tableStreamArn) throw new Error(`${table.node.path} has no stream`);
  return allow(
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    table.tableStreamArn,
  );
}

/** Objects under a prefix, or of the whole bucket when there is none. */
const objects = (bucket: Bucket, prefix: string) => bucket.arnForObjects(`${prefix}*`);

export const getObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectAttributes'], objects(bucket, prefix));
/** Signs links to objects, of whatever version, and no more. */
export const linkToObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:GetObject', 's3:GetObjectVersion'], objects(bucket, prefix));
/** Writes and reads of its own unfinished parts; S3 asks `PutObject` for starting and completing an upload too. */
export const putObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], objects(bucket, prefix));
/** Writes without being able to look at any object that is there; only the parts of an own upload show which are done. */
export const dropObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], objects(bucket, prefix));
export const deleteObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:DeleteObject'], objects(bucket, prefix));
/** Removes single versions for good. */
export const deleteVersions = (bucket: Bucket, prefix: string) =>
  allow(['s3:DeleteObjectVersion'], objects(bucket, prefix));
export const lockObjects = (bucket: Bucket, prefix: string) =>
  allow(['s3:PutObjectLegalHold'], objects(bucket, prefix));
/** Lets a missing object answer 404 instead of 403, and lists. */
export const listBucket = (bucket: Bucket) => allow(['s3:ListBucket'], bucket.bucketArn);

export const sendTo = (queue: IQueue) => allow(['sqs:SendMessage'], queue.queueArn);
export const consume = (queue: IQueue) =>
  allow(
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
    queue.queueArn,
  );
export const publishTo = (topic: ITopic) => allow(['sns:Publish'], topic.topicArn);

export const signWith = (key: IKey) => allow(['kms:Sign', 'kms:GetPublicKey'], key.keyArn);
export const verifyWith = (key: IKey) => allow(['kms:Verify', 'kms:GetPublicKey'], key.keyArn);

export const sealWith = (key: IKey) => allow(['kms:Encrypt'], key.keyArn);
export const openWith = (key: IKey) => allow(['kms:Decrypt'], key.keyArn);

/** Asks whether somebody is in a user pool still, and as what. */
export const lookUp = (pool: IUserPool) =>
  allow(['cognito-idp:AdminGetUser', 'cognito-idp:AdminListGroupsForUser'], pool.userPoolArn);

/** Invites, changes and disables people of one user pool. */
export const administer = (pool: IUserPool) =>
  allow(
    [
      'cognito-idp:AdminAddUserToGroup',
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminDisableUser',
      'cognito-idp:AdminEnableUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminListGroupsForUser',
      'cognito-idp:AdminRemoveUserFromGroup',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
      'cognito-idp:ListUsers',
    ],
    pool.userPoolArn,
  );

/** Looks up who belongs to an organisation or an archive, and their roles. */
export const listPeople = (pool: IUserPool) =>
  allow(['cognito-idp:AdminListGroupsForUser', 'cognito-idp:ListUsers'], pool.userPoolArn);
/** Sends mail from one address: SES asks for the identity that it knows, the address itself or its domain. */
export const mailFrom = (stack: Stack, sender: string) =>
  allow(
    ['ses:SendEmail'],
    ...[sender, sender.slice(sender.lastIndexOf('@') + 1)].map((resourceName) =>
      stack.formatArn({ service: 'ses', resource: 'identity', resourceName }),
    ),
  );
