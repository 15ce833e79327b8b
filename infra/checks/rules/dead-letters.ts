import { resourcesIn } from '../reference.ts';
import { perResource } from '../rule.ts';
import { at, type Placed, placed, type Templates } from '../template.ts';

const names = (value: unknown, fn: Placed, from: Placed, templates: Templates): boolean =>
  resourcesIn(value, from.stack, templates).some((r) => r.stack === fn.stack && r.id === fn.id);

const feeding = (fn: Placed, templates: Templates, type: string, ...path: string[]): Placed[] =>
  placed(templates, type).filter((one) => names(at(one.resource, ...path), fn, one, templates));

/** A queue puts its own poison aside; a stream needs somewhere to send what it gives up. */
function sourceLacks(source: Placed, templates: Templates): string[] {
  const [from] = resourcesIn(at(source.resource, 'EventSourceArn'), source.stack, templates);
  if (from?.resource.Type === 'AWS::SQS::Queue')
    return at(from.resource, 'RedrivePolicy', 'deadLetterTargetArn')
      ? []
      : [`its queue ${from.id} has no dead letters`];
  return at(source.resource, 'DestinationConfig', 'OnFailure', 'Destination')
    ? []
    : [`its source ${source.id} sends what it gives up nowhere`];
}

/**
 * Whatever a function is given and cannot handle must lie somewhere. Functions that only answer a gateway are
 * let off: they are called synchronously, and their caller gets the error.
 */
export const deadLetters = perResource(
  'function-dead-letters',
  'What a function could not handle goes to dead letters, by each way it is called',
  (templates) => placed(templates, 'AWS::Lambda::Function'),
  (fn, templates) => {
    const sources = feeding(fn, templates, 'AWS::Lambda::EventSourceMapping', 'FunctionName');
    const schedules = feeding(fn, templates, 'AWS::Scheduler::Schedule', 'Target', 'Arn');
    const answers = feeding(fn, templates, 'AWS::Lambda::Permission', 'FunctionName').some(
      (permission) => at(permission.resource, 'Principal') === 'apigateway.amazonaws.com',
    );
    const own = at(fn.resource, 'DeadLetterConfig', 'TargetArn') !== undefined;
    const asynchronous = schedules.length > 0 || (sources.length === 0 && !answers);
    return [
      ...sources.flatMap((source) => sourceLacks(source, templates)),
      ...(asynchronous && !own ? ['is called asynchronously and has no DeadLetterConfig'] : []),
      ...schedules
        .filter((s) => !at(s.resource, 'Target', 'DeadLetterConfig', 'Arn'))
        .map((s) => `its schedule ${s.id} has no dead letters`),
    ];
  },
);
