import { metricNames } from '@geoarchive/platform/metric-names.ts';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { GraphWidget, type IMetric, type IWidget, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { PlaneStack } from '../stacks/plane-stack.ts';
import { fiveMinutes } from './alarm.ts';
import { ownMetric } from './own-metric.ts';

const period = fiveMinutes;
const graph = (title: string, left: IMetric[], width = 8): IWidget =>
  new GraphWidget({ title, left, width, height: 6 });

const waiting = (plane: PlaneStack): IMetric[] =>
  plane.workers.map((w) => w.queue.metricApproximateAgeOfOldestMessage({ period, label: w.function.name }));

const putAside = (plane: PlaneStack): IMetric[] =>
  [
    ...plane.workers,
    ...plane.jobs,
    { ...plane.relay, function: plane.relay.function, deadLetters: plane.relay.deadLetters },
  ].map((w) => w.deadLetters.metricApproximateNumberOfMessagesVisible({ period, label: w.function.name }));

const errors = (plane: PlaneStack): IMetric[] =>
  plane.functions.map((f) => f.lambda.metricErrors({ period, label: f.name }));

const outbox = (plane: PlaneStack): IMetric =>
  ownMetric(metricNames.outboxAge, plane.relay.function.name, 'Maximum');

/** Numbers and curves of all planes at a glance: what answers, what waits, what was put aside. */
export function overview(planes: readonly PlaneStack[], apis: readonly RestApi[]): IWidget[][] {
  return [
    [
      graph(
        '请求 / Requests',
        apis.map((a) => a.metricCount({ period, statistic: 'Sum' })),
      ),
      graph(
        '服务端错误 / Server errors',
        apis.map((a) => a.metricServerError({ period, statistic: 'Sum' })),
      ),
      graph(
        '95% 响应时间 / Latency p95 (ms)',
        apis.map((a) => a.metricLatency({ period, statistic: 'p95' })),
      ),
    ],
    planes.map((p) => graph(`${p.plane}: 等待 / Oldest message (s)`, waiting(p))),
    planes.map((p) => graph(`${p.plane}: 待人工处理 / Put aside`, putAside(p))),
    [
      new SingleValueWidget({
        title: '发件箱最久 / Oldest event not sent (s)',
        metrics: planes.map(outbox),
        width: 24,
        height: 4,
      }),
    ],
  ];
}

/** Everything of one plane: errors, queues, its relay, and a row for each function. */
export function planeRows(plane: PlaneStack): IWidget[][] {
  return [
    [
      graph('错误 / Errors', errors(plane)),
      graph('等待 / Oldest message (s)', waiting(plane)),
      graph('待人工处理 / Put aside', putAside(plane)),
    ],
    [
      graph('发件箱最久 / Oldest event not sent (s)', [outbox(plane)], 12),
      graph(
        '已发事件 / Events sent',
        [ownMetric(metricNames.published, plane.relay.function.name, 'Sum')],
        12,
      ),
    ],
    ...plane.functions.map((f) => [
      graph(`${f.name}: 次数 / Calls`, [
        f.lambda.metricInvocations({ period }),
        f.lambda.metricThrottles({ period }),
      ]),
      graph(`${f.name}: 用时 / Duration (ms)`, [f.lambda.metricDuration({ period, statistic: 'p95' })]),
      graph(`${f.name}: 处理 / Handled`, [
        ownMetric(metricNames.handled, f.name, 'Sum'),
        ownMetric(metricNames.failed, f.name, 'Sum'),
      ]),
    ]),
  ];
}
