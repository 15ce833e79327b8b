import { heardBy } from '@geoarchive/contract/events.ts';
import { impacts } from '@geoarchive/domain/impacts.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { Duration } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { planeBucket } from '../constructs/bucket.ts';
import type { Deployment } from '../constructs/context.ts';
import { uploadCors } from '../constructs/cors.ts';
import type { PlaneFunction } from '../constructs/function.ts';
import { sealingKey, signingKey } from '../constructs/key.ts';
import {
  administer,
  getObjects,
  listBucket,
  lookUp,
  openWith,
  putObjects,
  readTable,
  scanTable,
  sealWith,
  sendTo,
  signWith,
  writeTable,
} from '../constructs/rights.ts';
import { siteUrl } from '../constructs/site-url.ts';
import type { Worker } from '../constructs/worker.ts';
import type { BackboneStack } from './backbone.ts';
import { PlaneStack } from './plane-stack.ts';

/** The intake plane: everything from outside enters here and is looked at before the archive takes it. */
export class IntakeStack extends PlaneStack {
  readonly bucket: Bucket;
  readonly receiptKey: Key;
  readonly #secretKey: Key;
  readonly intakeApi: PlaneFunction;
  readonly identityApi: PlaneFunction;
  readonly documents: PlaneFunction;
  readonly notices: PlaneFunction;
  readonly cases: PlaneFunction;
  readonly service: PlaneFunction;
  readonly verification: PlaneFunction;
  readonly reports: PlaneFunction;
  readonly feeds: PlaneFunction;
  readonly operations: PlaneFunction;

  constructor(
    scope: Construct,
    deployment: Deployment,
    backbone: BackboneStack,
    people: UserPool | undefined,
  ) {
    super(scope, deployment, backbone, 'intake', 'intake', 'GeoArchive: deposits on their way in');
    this.receiptKey = signingKey(
      this,
      'ReceiptKey',
      'intake',
      'GeoArchive: signs receipts and sealed deposits',
    );
    this.#secretKey = sealingKey(this, 'SecretKey', 'intake', 'GeoArchive: seals the secrets of webhooks');
    const fixity = this.#fixity();
    const inspect = this.#inspect(fixity);
    const dispatch = this.#dispatch(inspect);
    this.bucket = planeBucket(this, 'IntakeBucket', {
      deployment,
      owner: 'intake',
      purpose: 'intake',
      cors: uploadCors(deployment.settings),
      notice: { queue: dispatch.queue, prefix: 'files/' },
      forget: [{ prefix: 'evidence/', days: limits.evidenceWaitsDays }],
    });
    const bucketName = { BUCKET_NAME: this.bucket.bucketName };
    for (const reader of [fixity, inspect])
      reader.function.use(bucketName, getObjects(this.bucket, 'files/'), listBucket(this.bucket));
    const webhook = this.#onEvents(backbone, people);
    this.intakeApi = this.#intakeApi();
    this.identityApi = this.#identityApi(people);
    this.documents = this.api({
      name: 'intake-documents',
      entry: 'documents/public.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'documents/'),
        putObjects(this.bucket, 'documents/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.intakeDocuments,
      assets: true,
    });
    this.notices = this.api({
      name: 'intake-notices',
      entry: 'notices/public.handler.ts',
      environment: {
        ...this.#own(),
        WEBHOOK_QUEUE_URL: webhook.queue.queueUrl,
        SECRET_KEY_ID: this.#secretKey.keyId,
      },
      statements: [writeTable(this.table), sendTo(webhook.queue), sealWith(this.#secretKey)],
      errorImpact: impacts.intakeNotices,
    });
    this.cases = this.api({
      name: 'intake-cases',
      entry: 'cases/own.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'evidence/'),
        putObjects(this.bucket, 'evidence/'),
        getObjects(this.bucket, 'answers/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.intakeCases,
    });
    this.service = this.api({
      name: 'intake-service',
      entry: 'service/own.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'evidence/'),
        putObjects(this.bucket, 'evidence/'),
        getObjects(this.bucket, 'answers/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.intakeService,
    });
    this.verification = this.api({
      name: 'verification',
      entry: 'documents/verification.handler.ts',
      environment: this.#own(),
      statements: [readTable(this.table)],
      errorImpact: impacts.verification,
    });
    this.reports = this.api({
      name: 'reports',
      entry: 'cases/visitors.handler.ts',
      environment: this.#bucketToo(),
      statements: [writeTable(this.table), getObjects(this.bucket, 'answers/')],
      errorImpact: impacts.reports,
    });
    this.feeds = this.api({
      name: 'feeds',
      entry: 'feeds/feed.handler.ts',
      environment: { ...this.#own(), ...(people && { USER_POOL_ID: people.userPoolId }) },
      statements: [readTable(this.table), ...(people ? [lookUp(people)] : [])],
      errorImpact: impacts.feeds,
    });
    this.operations = this.operationsApi();
  }

  #own = () => ({ TABLE_NAME: this.table.tableName });
  #bucketToo = () => ({ ...this.#own(), BUCKET_NAME: this.bucket.bucketName });

  #dispatch(inspect: Worker): Worker {
    return this.worker({
      name: 'dispatch',
      entry: 'intake/dispatch.handler.ts',
      timeout: Duration.minutes(1),
      environment: { ...this.#own(), INSPECT_QUEUE_URL: inspect.queue.queueUrl },
      statements: [readTable(this.table), sendTo(inspect.queue)],
      errorImpact: impacts.dispatch,
      batchSize: 10,
      maxConcurrency: 10,
      patience: 15,
    });
  }

  #inspect(fixity: Worker): Worker {
    return this.worker({
      name: 'inspect',
      entry: 'intake/inspect.handler.ts',
      memory: 2048,
      timeout: Duration.minutes(5),
      environment: { ...this.#own(), FIXITY_QUEUE_URL: fixity.queue.queueUrl },
      statements: [writeTable(this.table), sendTo(fixity.queue)],
      errorImpact: impacts.inspect,
      assets: true,
      // As many as one BatchWriteItem holds: a batch costs the same few calls on the table, however large it is.
      batchSize: 25,
      batchWindow: Duration.seconds(1),
      maxConcurrency: 50,
      patience: 60,
    });
  }

  /** Hashes so many gigabytes a message and sends the rest of the file to itself. */
  #fixity(): Worker {
    const fixity = this.worker({
      name: 'fixity',
      entry: 'intake/fixity.handler.ts',
      memory: 1024,
      timeout: Duration.minutes(15),
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.fixity,
      batchSize: 1,
      maxConcurrency: 20,
      patience: 120,
    });
    fixity.function.use({ FIXITY_QUEUE_URL: fixity.queue.queueUrl }, sendTo(fixity.queue));
    return fixity;
  }

  #onEvents(backbone: BackboneStack, people: UserPool | undefined): Worker {
    const common = { memory: 1024, timeout: Duration.minutes(5), batchSize: 1 };
    this.worker({
      ...common,
      name: 'check',
      entry: 'intake/check.handler.ts',
      environment: this.#bucketToo(),
      statements: [writeTable(this.table), listBucket(this.bucket)],
      errorImpact: impacts.check,
      maxConcurrency: 10,
      patience: 30,
      events: { topic: backbone.topics.intake, types: heardBy('check').types },
    });
    this.worker({
      ...common,
      name: 'seal',
      entry: 'intake/seal.handler.ts',
      environment: { ...this.#bucketToo(), RECEIPT_KEY_ID: this.receiptKey.keyId },
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'bundles/'),
        putObjects(this.bucket, 'bundles/'),
        signWith(this.receiptKey),
      ],
      errorImpact: impacts.seal,
      maxConcurrency: 10,
      patience: 15,
      events: { topic: backbone.topics.intake, types: heardBy('seal').types },
    });
    this.worker({
      name: 'project',
      entry: 'intake/project.handler.ts',
      timeout: Duration.minutes(1),
      environment: this.#own(),
      statements: [writeTable(this.table), scanTable(this.table)],
      errorImpact: impacts.project,
      batchSize: 10,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.archive, types: heardBy('project').types },
    });
    const notify = this.worker({
      name: 'intake-notify',
      entry: 'notices/intake-notify.handler.ts',
      timeout: Duration.minutes(1),
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.intakeNotify,
      batchSize: 10,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.intake, types: heardBy('intake-notify').types },
    });
    this.deliverer('intake', people, notify, {
      deliver: impacts.intakeDeliver,
      digest: impacts.intakeDigest,
    });
    const webhook = this.#webhook();
    notify.function.use({ WEBHOOK_QUEUE_URL: webhook.queue.queueUrl }, sendTo(webhook.queue));
    return webhook;
  }

  /** The one function that calls addresses which people outside gave. It sends itself the tries that come later. */
  #webhook(): Worker {
    const site = siteUrl(this.deployment.settings, 'submit');
    const webhook = this.worker({
      name: 'webhook',
      entry: 'notices/webhook.handler.ts',
      timeout: Duration.seconds(30),
      environment: { ...this.#own(), SECRET_KEY_ID: this.#secretKey.keyId, ...(site && { SITE_URL: site }) },
      statements: [writeTable(this.table), openWith(this.#secretKey)],
      errorImpact: impacts.webhook,
      batchSize: 1,
      maxConcurrency: 10,
      patience: 30,
    });
    webhook.function.use({ WEBHOOK_QUEUE_URL: webhook.queue.queueUrl }, sendTo(webhook.queue));
    return webhook;
  }

  #intakeApi(): PlaneFunction {
    return this.api({
      name: 'intake-api',
      entry: 'intake/api.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'files/'),
        putObjects(this.bucket, 'files/'),
        getObjects(this.bucket, 'bundles/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.intakeApi,
    });
  }

  #identityApi(people: UserPool | undefined): PlaneFunction {
    return this.api({
      name: 'identity-api',
      entry: 'identity/api.handler.ts',
      environment: { ...this.#own(), ...(people && { USER_POOL_ID: people.userPoolId }) },
      statements: [writeTable(this.table), ...(people ? [administer(people)] : [])],
      errorImpact: impacts.identityApi,
    });
  }
}
