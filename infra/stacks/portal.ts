import { heardBy } from '@geoarchive/contract/events.ts';
import { impacts } from '@geoarchive/domain/impacts.ts';
import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { planeBucket } from '../constructs/bucket.ts';
import type { Deployment } from '../constructs/context.ts';
import { readingCors } from '../constructs/cors.ts';
import type { PlaneFunction } from '../constructs/function.ts';
import { signingKey } from '../constructs/key.ts';
import {
  addRows,
  deleteObjects,
  getObjects,
  linkToObjects,
  listBucket,
  putObjects,
  readTable,
  scanTable,
  sendTo,
  verifyWith,
  writeTable,
} from '../constructs/rights.ts';
import { askDomain, writeDomain } from '../constructs/search-rights.ts';
import type { Worker } from '../constructs/worker.ts';
import type { BackboneStack } from './backbone.ts';
import { PlaneStack } from './plane-stack.ts';

/**
 * The portal plane: what everyone may see. It owns the door that the archive drops bundles into and the key that
 * signs them, so that nothing in here names the archive.
 */
export class PortalStack extends PlaneStack {
  readonly files: Bucket;
  readonly inbox: Bucket;
  /** What door 3 delivers for grants of use: for one person each, for a term. */
  readonly delivery: Bucket;
  /** Not there where the index lives in an OpenSearch domain. */
  readonly index: Bucket | undefined;
  readonly releaseKey: Key;
  readonly portalApi: PlaneFunction;
  readonly area: PlaneFunction;
  readonly deliveryApi: PlaneFunction;
  readonly operations: PlaneFunction;

  constructor(scope: Construct, deployment: Deployment, backbone: BackboneStack) {
    super(
      scope,
      deployment,
      backbone,
      'portal',
      'catalogue',
      'GeoArchive: what is public, and the door to it',
    );
    const own = { deployment, owner: 'portal' as const };
    this.files = planeBucket(this, 'PortalBucket', { ...own, purpose: 'portal' });
    this.delivery = planeBucket(this, 'DeliveryBucket', {
      ...own,
      // What was deleted because its grant ended shall not lie on as an older version.
      replacedDays: 1,
      purpose: 'delivery',
      cors: readingCors(deployment.settings),
    });
    this.index =
      deployment.settings.searchEngine.kind === 'snapshot'
        ? planeBucket(this, 'IndexBucket', { ...own, purpose: 'index' })
        : undefined;
    this.releaseKey = signingKey(this, 'ReleaseKey', 'portal', 'GeoArchive: signs bundles through door 2');
    const ingest = this.#ingest(deployment);
    this.inbox = planeBucket(this, 'InboxBucket', {
      ...own,
      purpose: 'inbox',
      notice: { queue: ingest.queue, prefix: 'bundles/', suffix: 'manifest.json' },
    });
    // It sends itself the pages and the parts of large files that are left.
    ingest.function.use(
      { INBOX_BUCKET_NAME: this.inbox.bucketName, INGEST_QUEUE_URL: ingest.queue.queueUrl },
      sendTo(ingest.queue),
      getObjects(this.inbox, 'bundles/'),
      listBucket(this.inbox),
    );
    this.daily('MissingBundles', {
      metric: metricNames.missing,
      service: 'ingest',
      impact: impacts.missingBundles,
      runbook: 'missing-bundles',
    });
    this.#index(backbone);
    this.portalApi = this.api({
      name: 'portal-api',
      entry: 'catalogue/api.handler.ts',
      memory: 1024,
      environment: { ...this.#environment(), BUCKET_NAME: this.files.bucketName },
      statements: [
        readTable(this.table),
        getObjects(this.files, 'files/'),
        // Tells of downloads, to be counted.
        addRows(this.table),
        ...this.#readIndex(),
      ],
      errorImpact: impacts.portalApi,
    });
    this.area = this.api({
      name: 'area',
      entry: 'catalogue/area.handler.ts',
      // Prints: fonts and layout are held in memory.
      memory: 1536,
      assets: true,
      environment: { ...this.#environment(), BUCKET_NAME: this.files.bucketName },
      // Columns are printed from what was released of a hole.
      statements: [readTable(this.table), getObjects(this.files, 'files/holes/'), ...this.#readIndex()],
      errorImpact: impacts.area,
    });
    this.deliveryApi = this.api({
      name: 'delivery',
      entry: 'delivery/api.handler.ts',
      environment: { TABLE_NAME: this.table.tableName, DELIVERY_BUCKET_NAME: this.delivery.bucketName },
      statements: [writeTable(this.table), linkToObjects(this.delivery, 'delivery/')],
      errorImpact: impacts.delivery,
    });
    this.operations = this.operationsApi();
  }

  #environment = (): Record<string, string> => ({
    TABLE_NAME: this.table.tableName,
    ...(this.index && { INDEX_BUCKET_NAME: this.index.bucketName }),
  });

  #readIndex = (): PolicyStatement[] =>
    this.index ? [getObjects(this.index, ''), listBucket(this.index)] : askDomain(this);

  #writeIndex = (): PolicyStatement[] =>
    this.index
      ? [...this.#readIndex(), putObjects(this.index, ''), deleteObjects(this.index, '')]
      : writeDomain(this);

  #ingest(deployment: Deployment): Worker {
    return this.worker({
      name: 'ingest',
      entry: 'catalogue/ingest.handler.ts',
      memory: 1024,
      timeout: Duration.minutes(15),
      environment: {
        TABLE_NAME: this.table.tableName,
        BUCKET_NAME: this.files.bucketName,
        DELIVERY_BUCKET_NAME: this.delivery.bucketName,
        RELEASE_KEY_ID: this.releaseKey.keyId,
      },
      statements: [
        writeTable(this.table),
        getObjects(this.files, 'files/'),
        listBucket(this.files),
        putObjects(this.files, 'files/'),
        deleteObjects(this.files, 'files/'),
        verifyWith(this.releaseKey),
        // What was delivered goes when its grant has ended.
        listBucket(this.delivery),
        deleteObjects(this.delivery, 'delivery/'),
      ],
      errorImpact: impacts.ingest,
      batchSize: 1,
      maxConcurrency: deployment.settings.kind === 'local' ? 2 : 5,
      patience: 60,
      schedule: { expression: 'cron(15 1 * * ? *)', job: 'arrivals' },
    });
  }

  #index(backbone: BackboneStack): void {
    this.worker({
      name: 'index',
      entry: 'catalogue/index.handler.ts',
      memory: 2048,
      timeout: Duration.minutes(15),
      environment: this.#environment(),
      statements: [readTable(this.table), scanTable(this.table), ...this.#writeIndex()],
      errorImpact: impacts.index,
      batchSize: 10,
      // One writer holds the lease; a second waits to take it over.
      maxConcurrency: 2,
      patience: 30,
      schedule: { expression: 'cron(30 2 * * ? *)', job: 'compact' },
      events: { topic: backbone.topics.portal, types: heardBy('index').types },
    });
  }
}
