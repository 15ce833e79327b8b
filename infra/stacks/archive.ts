import { heardBy } from '@geoarchive/contract/events.ts';
import { impacts } from '@geoarchive/domain/impacts.ts';
import { exportPrefix, importPrefix, keptDays } from '@geoarchive/domain/subsurface/kept.ts';
import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { Duration } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { planeBucket } from '../constructs/bucket.ts';
import type { Deployment } from '../constructs/context.ts';
import type { PlaneFunction } from '../constructs/function.ts';
import { signingKey } from '../constructs/key.ts';
import {
  deleteObjects,
  deleteVersions,
  dropObjects,
  getObjects,
  linkToObjects,
  listBucket,
  lockObjects,
  putObjects,
  readTable,
  sendTo,
  signWith,
  verifyWith,
  writeTable,
} from '../constructs/rights.ts';
import type { Worker } from '../constructs/worker.ts';
import type { BackboneStack } from './backbone.ts';
import type { IntakeStack } from './intake.ts';
import { PlaneStack } from './plane-stack.ts';
import type { PortalStack } from './portal.ts';

export type Doors = { intake: IntakeStack; portal: PortalStack };

/**
 * The archive plane: what was accepted, for good. `receive` and `copy` reach back through door 1 for what intake
 * sealed, `preview` for what is under review; `release` and `disclose` drop bundles through door 2. Nothing else here touches another plane.
 */
export class ArchiveStack extends PlaneStack {
  readonly bucket: Bucket;
  readonly certificateKey: Key;
  readonly archiveApi: PlaneFunction;
  readonly preview: PlaneFunction;
  readonly documents: PlaneFunction;
  readonly notices: PlaneFunction;
  readonly cases: PlaneFunction;
  readonly supervision: PlaneFunction;
  readonly subsurface: PlaneFunction;
  readonly custody: PlaneFunction;
  readonly service: PlaneFunction;
  readonly reporting: PlaneFunction;
  readonly operations: PlaneFunction;

  constructor(
    scope: Construct,
    deployment: Deployment,
    backbone: BackboneStack,
    doors: Doors,
    staff: UserPool | undefined,
  ) {
    super(scope, deployment, backbone, 'archive', 'archive', 'GeoArchive: accepted dossiers, kept for good');
    this.bucket = planeBucket(this, 'ArchiveBucket', {
      deployment,
      owner: 'archive',
      purpose: 'archive',
      objectLock: true,
      keepVersions: true,
      forget: [
        { prefix: importPrefix, days: keptDays.imports },
        { prefix: exportPrefix, days: keptDays.exports },
      ],
    });
    this.certificateKey = signingKey(this, 'CertificateKey', 'archive', 'GeoArchive: signs certificates');
    this.#doorOne(backbone, doors.intake);
    this.#doorTwo(backbone, doors.portal);
    this.#work(backbone);
    this.job({
      name: 'clocks',
      entry: 'archive/clocks.handler.ts',
      timeout: Duration.minutes(5),
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        // Curves of holes that were taken back are removed.
        ...['holes/content/', 'holes/curves/'].map((prefix) => getObjects(this.bucket, prefix)),
        deleteVersions(this.bucket, 'holes/curves/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.clocks,
      job: 'clocks',
      expression: 'cron(0 1 * * ? *)',
    });
    const clocks = { service: 'clocks' };
    this.daily('MissingBundles', {
      ...clocks,
      metric: metricNames.missing,
      impact: impacts.missingBundles,
      runbook: 'missing-bundles',
    });
    this.daily('StalledReviews', {
      ...clocks,
      metric: metricNames.stalled,
      impact: impacts.stalledReviews,
      runbook: 'stalled-reviews',
    });
    this.daily('TallyRepairs', {
      service: 'work',
      metric: metricNames.tallyRepairs,
      impact: impacts.tallyRepairs,
      runbook: 'tally-repairs',
    });
    this.archiveApi = this.api({
      name: 'archive-api',
      entry: 'archive/api.handler.ts',
      memory: 1024,
      environment: { ...this.#bucketToo(), CERTIFICATE_KEY_ID: this.certificateKey.keyId },
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'dossiers/'),
        listBucket(this.bucket),
        signWith(this.certificateKey),
      ],
      errorImpact: impacts.archiveApi,
    });
    this.preview = this.api({
      name: 'preview',
      entry: 'archive/preview.handler.ts',
      environment: { ...this.#own(), INTAKE_BUCKET_NAME: doors.intake.bucket.bucketName },
      statements: [readTable(this.table), linkToObjects(doors.intake.bucket, 'files/')],
      errorImpact: impacts.preview,
    });
    this.documents = this.api({
      name: 'archive-documents',
      entry: 'documents/internal.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'documents/'),
        // Columns of holes are printed from their children.
        getObjects(this.bucket, 'holes/content/'),
        // Reports of inspections show their photos.
        getObjects(this.bucket, 'custody/'),
        // Figures of annual reports.
        getObjects(this.bucket, 'reports/'),
        putObjects(this.bucket, 'documents/'),
        lockObjects(this.bucket, 'documents/'),
        listBucket(this.bucket),
      ],
      errorImpact: impacts.archiveDocuments,
      assets: true,
    });
    this.notices = this.#notices(backbone, staff);
    this.cases = this.api({
      name: 'archive-cases',
      entry: 'cases/internal.handler.ts',
      memory: 1024,
      environment: { ...this.#bucketToo(), INTAKE_BUCKET_NAME: doors.intake.bucket.bucketName },
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'evidence/'),
        putObjects(this.bucket, 'evidence/'),
        // What goes to an asker with an answer.
        dropObjects(doors.intake.bucket, 'answers/'),
      ],
      errorImpact: impacts.archiveCases,
    });
    this.supervision = this.api({
      name: 'supervision',
      entry: 'supervision/api.handler.ts',
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.supervision,
    });
    this.custody = this.api({
      name: 'custody',
      entry: 'custody/api.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'custody/'),
        putObjects(this.bucket, 'custody/'),
      ],
      errorImpact: impacts.custody,
    });
    this.subsurface = this.#subsurface(backbone);
    this.service = this.#service(backbone, doors.portal);
    this.reporting = this.api({
      name: 'reporting',
      entry: 'reporting/api.handler.ts',
      memory: 1024,
      environment: this.#bucketToo(),
      // Figures are made by a job; here they are read. What is not there yet is told by the list.
      statements: [writeTable(this.table), getObjects(this.bucket, 'reports/'), listBucket(this.bucket)],
      errorImpact: impacts.reporting,
    });
    this.operations = this.operationsApi();
  }

  /** Holes and wells: their API, and the archive's own index of them. */
  #subsurface(backbone: BackboneStack): PlaneFunction {
    // Always of its own: the search domain of a deployment that has one is the portal's, and everything in it is public.
    const bucket = planeBucket(this, 'HoleIndexBucket', {
      deployment: this.deployment,
      owner: 'archive',
      purpose: 'hole-index',
    });
    const environment = { ...this.#own(), INDEX_BUCKET_NAME: bucket.bucketName };
    const reading = [getObjects(bucket, ''), listBucket(bucket)];
    this.worker({
      name: 'hole-index',
      entry: 'subsurface/hole-index.handler.ts',
      memory: 2048,
      timeout: Duration.minutes(15),
      environment,
      statements: [readTable(this.table), ...reading, putObjects(bucket, ''), deleteObjects(bucket, '')],
      errorImpact: impacts.holeIndex,
      // An import tells of many holes: each delta costs a lease and an object.
      batchSize: 50,
      batchWindow: Duration.seconds(1),
      // One writer holds the lease; a second waits to take it over.
      maxConcurrency: 2,
      patience: 30,
      schedule: { expression: 'cron(45 2 * * ? *)', job: 'compact' },
      events: { topic: backbone.topics.archive, types: heardBy('hole-index').types },
    });
    return this.api({
      name: 'subsurface',
      entry: 'subsurface/api.handler.ts',
      memory: 1024,
      environment: { ...environment, BUCKET_NAME: this.bucket.bucketName },
      statements: [writeTable(this.table), ...this.#holeObjects(), ...reading],
      errorImpact: impacts.subsurface,
    });
  }

  /** Use of data: its API, door 3 that delivers what was granted, and the count of what was used. */
  #service(backbone: BackboneStack, portal: PortalStack): PlaneFunction {
    this.worker({
      name: 'deliver',
      entry: 'service/deliver.handler.ts',
      // Stamps: a file of 64 MB is held in memory whole, before and after.
      memory: 2048,
      timeout: Duration.minutes(15),
      assets: true,
      environment: {
        ...this.#bucketToo(),
        DELIVERY_BUCKET_NAME: portal.delivery.bucketName,
        INBOX_BUCKET_NAME: portal.inbox.bucketName,
        RELEASE_KEY_ID: portal.releaseKey.keyId,
      },
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'dossiers/'),
        dropObjects(portal.delivery, 'delivery/'),
        dropObjects(portal.inbox, 'bundles/'),
        signWith(portal.releaseKey),
      ],
      errorImpact: impacts.deliver,
      batchSize: 1,
      maxConcurrency: 5,
      patience: 60,
      events: { topic: backbone.topics.archive, types: heardBy('deliver').types },
      // How often records were used goes to their pages.
      schedule: { expression: 'cron(20 2 * * ? *)', job: 'usage' },
    });
    this.worker({
      name: 'usage',
      entry: 'service/usage.handler.ts',
      timeout: Duration.minutes(1),
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.usage,
      batchSize: 10,
      maxConcurrency: 2,
      patience: 60,
      events: { topic: backbone.topics.portal, types: heardBy('usage').types },
    });
    return this.api({
      name: 'archive-service',
      entry: 'service/internal.handler.ts',
      memory: 1024,
      // Labels of loans are printed.
      assets: true,
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.archiveService,
    });
  }

  /** What of holes lies in the bucket: children, curves, imports under way. */
  #holeObjects = () => [
    ...['holes/', importPrefix].flatMap((prefix) => [
      getObjects(this.bucket, prefix),
      putObjects(this.bucket, prefix),
    ]),
    listBucket(this.bucket),
  ];

  /** Tells staff what waits for them; gives the API of their inbox. */
  #notices(backbone: BackboneStack, staff: UserPool | undefined): PlaneFunction {
    const notify = this.worker({
      name: 'archive-notify',
      entry: 'notices/archive-notify.handler.ts',
      timeout: Duration.minutes(1),
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.archiveNotify,
      batchSize: 10,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.archive, types: heardBy('archive-notify').types },
    });
    this.deliverer('archive', staff, notify, {
      deliver: impacts.archiveDeliver,
      digest: impacts.archiveDigest,
    });
    return this.api({
      name: 'archive-notices',
      entry: 'notices/internal.handler.ts',
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.archiveNotices,
    });
  }

  #own = () => ({ TABLE_NAME: this.table.tableName });
  #bucketToo = () => ({ ...this.#own(), BUCKET_NAME: this.bucket.bucketName });

  /** Long work, step by step: a turn of an owner's jobs at a time, and itself a message for the next. */
  #work(backbone: BackboneStack): void {
    const work = this.worker({
      name: 'work',
      entry: 'archive/work.handler.ts',
      memory: 1024,
      timeout: Duration.seconds(30),
      environment: this.#bucketToo(),
      statements: [
        writeTable(this.table),
        ...this.#holeObjects(),
        getObjects(this.bucket, 'reports/'),
        putObjects(this.bucket, 'reports/'),
      ],
      errorImpact: impacts.work,
      batchSize: 1,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.archive, types: heardBy('work').types },
    });
    work.function.use({ WORK_QUEUE_URL: work.queue.queueUrl }, sendTo(work.queue));
  }

  #doorOne(backbone: BackboneStack, intake: IntakeStack): void {
    this.worker({
      name: 'receive',
      entry: 'archive/receive.handler.ts',
      memory: 1024,
      timeout: Duration.minutes(5),
      environment: {
        ...this.#bucketToo(),
        INTAKE_BUCKET_NAME: intake.bucket.bucketName,
        RECEIPT_KEY_ID: intake.receiptKey.keyId,
      },
      statements: [
        writeTable(this.table),
        getObjects(intake.bucket, 'bundles/'),
        verifyWith(intake.receiptKey),
        // Evidence of cases comes with the letter that names it.
        getObjects(intake.bucket, 'evidence/'),
        getObjects(this.bucket, 'evidence/'),
        putObjects(this.bucket, 'evidence/'),
      ],
      errorImpact: impacts.receive,
      batchSize: 1,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.intake, types: heardBy('receive').types },
    });
    this.worker({
      name: 'effects',
      entry: 'archive/effects.handler.ts',
      timeout: Duration.minutes(1),
      environment: this.#own(),
      statements: [writeTable(this.table)],
      errorImpact: impacts.effects,
      // Tasks are counted many at a time: an import of thousands would else write the same counts for each.
      batchSize: 20,
      batchWindow: Duration.seconds(1),
      maxConcurrency: 2,
      patience: 30,
      events: { topic: backbone.topics.archive, types: heardBy('effects').types },
    });
    const copy = this.#copy(intake);
    this.worker({
      name: 'accept',
      entry: 'archive/accept.handler.ts',
      timeout: Duration.minutes(5),
      environment: { ...this.#own(), COPY_QUEUE_URL: copy.queue.queueUrl },
      statements: [writeTable(this.table), sendTo(copy.queue)],
      errorImpact: impacts.accept,
      batchSize: 1,
      maxConcurrency: 5,
      patience: 30,
      events: { topic: backbone.topics.archive, types: heardBy('accept').types },
    });
  }

  /** Copies so many gigabytes of a large file a message and sends itself the rest. */
  #copy(intake: IntakeStack): Worker {
    const copy = this.worker({
      name: 'copy',
      entry: 'archive/copy.handler.ts',
      memory: 1024,
      timeout: Duration.minutes(15),
      environment: { ...this.#bucketToo(), INTAKE_BUCKET_NAME: intake.bucket.bucketName },
      statements: [
        writeTable(this.table),
        getObjects(intake.bucket, 'files/'),
        getObjects(this.bucket, 'dossiers/'),
        listBucket(this.bucket),
        putObjects(this.bucket, 'dossiers/'),
        lockObjects(this.bucket, 'dossiers/'),
      ],
      errorImpact: impacts.copy,
      batchSize: 1,
      maxConcurrency: 20,
      patience: 120,
    });
    copy.function.use({ COPY_QUEUE_URL: copy.queue.queueUrl }, sendTo(copy.queue));
    return copy;
  }

  #doorTwo(backbone: BackboneStack, portal: PortalStack): void {
    const release = this.worker({
      name: 'release',
      entry: 'archive/release.handler.ts',
      memory: 1024,
      timeout: Duration.minutes(15),
      environment: {
        ...this.#bucketToo(),
        INBOX_BUCKET_NAME: portal.inbox.bucketName,
        RELEASE_KEY_ID: portal.releaseKey.keyId,
      },
      statements: [
        writeTable(this.table),
        getObjects(this.bucket, 'dossiers/'),
        getObjects(this.bucket, 'holes/'),
        dropObjects(portal.inbox, 'bundles/'),
        signWith(portal.releaseKey),
      ],
      errorImpact: impacts.release,
      batchSize: 1,
      maxConcurrency: 5,
      patience: 60,
      events: { topic: backbone.topics.archive, types: heardBy('release').types },
    });
    // Notices go by a function of their own: a dossier that cannot be sent holds none of them up.
    this.worker({
      name: 'disclose',
      entry: 'disclosure/disclose.handler.ts',
      timeout: Duration.minutes(1),
      environment: {
        ...this.#own(),
        INBOX_BUCKET_NAME: portal.inbox.bucketName,
        RELEASE_KEY_ID: portal.releaseKey.keyId,
      },
      statements: [
        writeTable(this.table),
        dropObjects(portal.inbox, 'bundles/'),
        signWith(portal.releaseKey),
      ],
      errorImpact: impacts.disclose,
      // Tasks go many in a bundle: an import of thousands would else sign and send each.
      batchSize: 100,
      batchWindow: Duration.seconds(5),
      maxConcurrency: 2,
      patience: 60,
      events: { topic: backbone.topics.archive, types: heardBy('disclose').types },
    });
    // It sends itself the pages and the parts of large files that are left.
    release.function.use({ RELEASE_QUEUE_URL: release.queue.queueUrl }, sendTo(release.queue));
  }
}
