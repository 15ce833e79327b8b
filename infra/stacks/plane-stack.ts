import { impacts } from '@geoarchive/domain/impacts.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { MetricName } from '@geoarchive/platform/metric-names.ts';
import { Duration } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm } from '../constructs/alarm.ts';
import { type Deployment, type PlaneContext, type PlaneName, pascal } from '../constructs/context.ts';
import { type FunctionProps, PlaneFunction } from '../constructs/function.ts';
import { DailyJob, type JobProps } from '../constructs/job.ts';
import { ownMetric } from '../constructs/own-metric.ts';
import { Relay } from '../constructs/relay.ts';
import {
  addRows,
  consume,
  listPeople,
  mailFrom,
  readTable,
  sendTo,
  writeTable,
} from '../constructs/rights.ts';
import { siteUrl } from '../constructs/site-url.ts';
import { planeTable } from '../constructs/table.ts';
import { Worker, type WorkerProps } from '../constructs/worker.ts';
import type { BackboneStack } from './backbone.ts';
import { GeoStack } from './stack.ts';

/** API Gateway gives up after 29 s; the function should have answered before. */
const apiTimeout = Duration.seconds(28);

/** Dead letters, whose they are, and the queue that they can go back to. */
type PutAside = { name: string; kind: 'worker' | 'job' | 'relay'; from: Queue; to?: Queue };

/** A plane: its table, its topic's relay, its functions. What it shows of itself on dashboards follows from them. */
export class PlaneStack extends GeoStack {
  readonly plane: PlaneName;
  readonly table: Table;
  readonly relay: Relay;
  readonly functions: PlaneFunction[] = [];
  readonly workers: Worker[] = [];
  readonly jobs: DailyJob[] = [];
  readonly #context: PlaneContext;

  constructor(
    scope: Construct,
    deployment: Deployment,
    backbone: BackboneStack,
    plane: PlaneName,
    /** Folder under `functions/` that holds this plane's relay. */
    folder: string,
    description: string,
  ) {
    super(scope, deployment, plane, description);
    this.plane = plane;
    this.#context = { deployment, owner: plane, alarmTopic: backbone.alarms };
    this.table = planeTable(this, `${pascal(plane)}Table`, plane);
    this.relay = new Relay(this, this.#context, {
      name: `${plane}-relay`,
      entry: `${folder}/relay.handler.ts`,
      table: this.table,
      topic: backbone.topics[plane],
    });
    this.functions.push(this.relay.function);
  }

  protected worker(props: WorkerProps): Worker {
    const worker = new Worker(this, this.#context, props);
    this.workers.push(worker);
    this.functions.push(worker.function);
    return worker;
  }

  protected api(props: Omit<FunctionProps, 'deadLetters' | 'timeout'>): PlaneFunction {
    const made = new PlaneFunction(this, this.#context, { ...props, timeout: apiTimeout });
    this.functions.push(made);
    return made;
  }

  /** What mails a plane's notices to the people of a pool. A deployment without mail, or with people kept elsewhere, has none. */
  protected deliverer(
    plane: 'intake' | 'archive',
    people: UserPool | undefined,
    notify: Worker,
    { deliver, digest }: { deliver: Bilingual; digest: Bilingual },
  ): void {
    const { settings } = this.deployment;
    if (settings.mail === undefined || people === undefined) return;
    const site = siteUrl(settings, plane === 'intake' ? 'submit' : 'admin');
    const common = {
      environment: {
        TABLE_NAME: this.table.tableName,
        USER_POOL_ID: people.userPoolId,
        MAIL_SENDER: settings.mail.sender,
        ...(site && { SITE_URL: site }),
      },
      statements: [writeTable(this.table), listPeople(people), mailFrom(this, settings.mail.sender)],
    };
    this.job({
      ...common,
      name: `${plane}-digest`,
      entry: `notices/${plane}-digest.handler.ts`,
      timeout: Duration.minutes(15),
      errorImpact: digest,
      job: 'digest',
      expression: 'cron(30 7 * * ? *)',
    });
    const worker = this.worker({
      ...common,
      name: `${plane}-deliver`,
      entry: `notices/${plane}-deliver.handler.ts`,
      timeout: Duration.minutes(2),
      errorImpact: deliver,
      batchSize: 1,
      // Every message reads the pool, whose calls Cognito counts; SES starts with 14 mails a second.
      maxConcurrency: 2,
      patience: 30,
    });
    notify.function.use({ DELIVER_QUEUE_URL: worker.queue.queueUrl }, sendTo(worker.queue));
  }

  /** Rings when a daily job found something that waits for people. */
  protected daily(
    id: string,
    { metric, service, ...rest }: { metric: MetricName; service: string; impact: Bilingual; runbook: string },
  ): void {
    alarm(this, id, {
      ...rest,
      metric: ownMetric(metric, service, 'Maximum', Duration.days(1)),
      threshold: 0,
      topic: this.#context.alarmTopic,
    });
  }

  /**
   * Looks after this plane's dead letters: it may take from them, send to the queues they came from, and keep a record. Called
   * when all workers are there; each plane has its own, so that none reaches into another.
   */
  protected operationsApi(): PlaneFunction {
    const { relay, workers, jobs } = this;
    const putAside: PutAside[] = [
      ...workers.map((w) => ({
        name: w.function.name,
        kind: 'worker' as const,
        from: w.deadLetters,
        to: w.queue,
      })),
      ...jobs.map((j) => ({ name: j.function.name, kind: 'job' as const, from: j.deadLetters })),
      { name: relay.function.name, kind: 'relay', from: relay.deadLetters },
    ];
    const queues = putAside.map(({ name, kind, from, to }) => ({
      name,
      kind,
      from: from.queueName,
      ...(to && { to: to.queueName }),
    }));
    return this.api({
      name: `${this.plane}-operations`,
      entry: 'operations/api.handler.ts',
      environment: {
        TABLE_NAME: this.table.tableName,
        // Names and one address to complete them by: an environment holds 4 KB.
        DEAD_LETTERS: JSON.stringify({ address: relay.deadLetters.queueUrl, queues }),
      },
      statements: [
        readTable(this.table),
        addRows(this.table),
        ...putAside.map(({ from }) => consume(from)),
        ...workers.map(({ queue }) => sendTo(queue)),
      ],
      errorImpact: impacts.operations,
    });
  }

  protected job(props: JobProps): DailyJob {
    const job = new DailyJob(this, this.#context, props);
    this.jobs.push(job);
    this.functions.push(job.function);
    return job;
  }
}
