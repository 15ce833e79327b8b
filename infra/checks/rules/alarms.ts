import * as z from 'zod';
import { runbookFile } from '../../constructs/runbook.ts';
import { resourcesIn } from '../reference.ts';
import { perResource, type Rule } from '../rule.ts';
import { at, list, type Placed, placed, type Templates } from '../template.ts';

const dimension = z.object({ Value: z.unknown() });

const alarmsOn = (one: Placed, metric: string, templates: Templates): Placed[] =>
  placed(templates, 'AWS::CloudWatch::Alarm').filter(
    (alarm) =>
      at(alarm.resource, 'MetricName') === metric &&
      list(at(alarm.resource, 'Dimensions'))
        .flatMap((d) => resourcesIn(dimension.parse(d).Value, alarm.stack, templates))
        .some((r) => r.stack === one.stack && r.id === one.id),
  );

const needs = (id: string, about: string, type: string, metric: (one: Placed, t: Templates) => string) =>
  perResource(
    id,
    about,
    (templates) => placed(templates, type),
    (one, templates) => {
      const wanted = metric(one, templates);
      return alarmsOn(one, wanted, templates).length > 0 ? [] : [`has no alarm on ${wanted}`];
    },
  );

/** Queues that others send their dead letters to. */
const isDeadLetters = (queue: Placed, templates: Templates): boolean =>
  placed(templates, 'AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::Lambda::EventSourceMapping').some(
    (from) =>
      [
        at(from.resource, 'RedrivePolicy', 'deadLetterTargetArn'),
        at(from.resource, 'DeadLetterConfig', 'TargetArn'),
        at(from.resource, 'DestinationConfig', 'OnFailure', 'Destination'),
      ]
        .flatMap((value) => resourcesIn(value, from.stack, templates))
        .some((r) => r.stack === queue.stack && r.id === queue.id),
  );

export const functionAlarm = needs(
  'function-alarm',
  'A function has an alarm on its errors',
  'AWS::Lambda::Function',
  () => 'Errors',
);

export const queueAlarm = needs(
  'queue-alarm',
  'A queue has an alarm on what waits too long; dead letters have one on every message',
  'AWS::SQS::Queue',
  (queue, templates) =>
    isDeadLetters(queue, templates) ? 'ApproximateNumberOfMessagesVisible' : 'ApproximateAgeOfOldestMessage',
);

/** An alarm nobody hears, or that does not say what to do, is none. `headings` are the runbook's. */
export const alarmRunbook = (headings: ReadonlySet<string>): Rule =>
  perResource(
    'alarm-runbook',
    'An alarm reaches someone and names an existing heading of the runbook',
    (templates) => placed(templates, 'AWS::CloudWatch::Alarm'),
    ({ resource }) => {
      const text = String(at(resource, 'AlarmDescription') ?? '');
      const heading = text.split(`${runbookFile}#`)[1]?.trim();
      return [
        ...(list(at(resource, 'AlarmActions')).length === 0 ? ['has no action'] : []),
        ...(heading === undefined ? [`its description does not name ${runbookFile}#…`] : []),
        ...(heading !== undefined && !headings.has(heading)
          ? [`the runbook has no heading '${heading}'`]
          : []),
      ];
    },
  );
