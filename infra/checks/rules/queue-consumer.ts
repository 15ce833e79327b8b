import { attempts } from '../../constructs/queue.ts';
import { resourcesIn } from '../reference.ts';
import { perResource } from '../rule.ts';
import { at, list, type Placed, placed } from '../template.ts';

const leastConcurrency = 2;
const timesTimeout = 6;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function queueComplaints(queue: Placed, fn: Placed | undefined): string[] {
  const received = number(at(queue.resource, 'RedrivePolicy', 'maxReceiveCount'));
  const visible = number(at(queue.resource, 'VisibilityTimeout'));
  const timeout = number(fn && at(fn.resource, 'Timeout'));
  return [
    ...(received < attempts ? [`maxReceiveCount of ${queue.id} is ${received}, under ${attempts}`] : []),
    ...(visible < timesTimeout * timeout || visible === 0
      ? [`visibility timeout of ${queue.id} is ${visible} s, under ${timesTimeout} × ${timeout} s`]
      : []),
  ];
}

/** Fewer than two pollers stall; few attempts and short visibility push good messages into the dead letters. */
export const queueConsumer = perResource(
  'queue-consumer',
  'A queue consumer has maximumConcurrency ≥ 2, ≥ 5 attempts, visibility ≥ 6 × timeout, and answers per message',
  (templates) =>
    placed(templates, 'AWS::Lambda::EventSourceMapping').filter((source) =>
      resourcesIn(at(source.resource, 'EventSourceArn'), source.stack, templates).some(
        (from) => from.resource.Type === 'AWS::SQS::Queue',
      ),
    ),
  (source, templates) => {
    const [queue] = resourcesIn(at(source.resource, 'EventSourceArn'), source.stack, templates);
    const [fn] = resourcesIn(at(source.resource, 'FunctionName'), source.stack, templates);
    const concurrency = number(at(source.resource, 'ScalingConfig', 'MaximumConcurrency'));
    return [
      ...(concurrency < leastConcurrency
        ? [`maximumConcurrency is ${concurrency}, under ${leastConcurrency}`]
        : []),
      ...(list(at(source.resource, 'FunctionResponseTypes')).includes('ReportBatchItemFailures')
        ? []
        : ['does not report failures per message']),
      ...(queue ? queueComplaints(queue, fn) : []),
    ];
  },
);
