import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Owner } from './context.ts';
import { describe } from './metadata.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table of a plane: `pk`/`sk`, three general indexes, expiry, a stream for its relay. */
export function planeTable(scope: Construct, id: string, owner: Owner): Table {
  const table = new Table(scope, id, {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    timeToLiveAttribute: 'expiresAt',
    stream: StreamViewType.NEW_IMAGE,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const index of ['gsi1', 'gsi2', 'gsi3'])
    table.addGlobalSecondaryIndex({
      indexName: index,
      partitionKey: text(`${index}pk`),
      sortKey: text(`${index}sk`),
    });
  describe(table, { plane: owner });
  return table;
}
