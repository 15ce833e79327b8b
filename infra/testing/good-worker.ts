import { Duration, type Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { PlaneContext } from '../constructs/context.ts';
import { Worker, type WorkerProps } from '../constructs/worker.ts';
import { chooseDeployment } from '../deployments.ts';

/** The context of a plane, with stubs for code. */
export function planeContext(stack: Stack, owner: PlaneContext['owner'] = 'intake'): PlaneContext {
  const { settings } = chooseDeployment('local');
  const code = () => Code.fromInline('exports.handler = async () => undefined;');
  return { deployment: { settings, code, layer: code }, owner, alarmTopic: new Topic(stack, 'Alarms') };
}

/** A worker as the stacks make them; the rules find nothing in it. */
export const goodWorker = (stack: Stack, more: Partial<WorkerProps> = {}): Worker =>
  new Worker(stack, planeContext(stack), {
    name: 'inspect',
    entry: 'intake/inspect.handler.ts',
    timeout: Duration.minutes(1),
    environment: {},
    statements: [],
    errorImpact: { zh: '停滞', en: 'It stands still' },
    batchSize: 10,
    maxConcurrency: 2,
    patience: 5,
    ...more,
  });
