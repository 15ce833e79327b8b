import { expect, test } from '@jest/globals';
import { Duration } from 'aws-cdk-lib';
import { describe as say } from '../../constructs/metadata.ts';
import { goodWorker } from '../../testing/good-worker.ts';
import { bareFunction, templatesFrom } from '../../testing/templates-from.ts';
import { errorImpact, timeoutAndMemory } from './function-basics.ts';

test('a function that leaves timeout and memory to Lambda is refused, once for each', () => {
  const found = timeoutAndMemory.check(templatesFrom((stack) => bareFunction(stack)));
  expect(found.map((f) => f.message)).toEqual(['has no Timeout', 'has no MemorySize']);
  expect(found[0]).toMatchObject({ rule: 'function-timeout-memory', stack: 'test' });
});

test('one of the two is not enough', () => {
  const found = timeoutAndMemory.check(
    templatesFrom((stack) => bareFunction(stack, 'F', { timeout: Duration.seconds(5) })),
  );
  expect(found.map((f) => f.message)).toEqual(['has no MemorySize']);
});

test('a function without errorImpact is refused in both languages', () => {
  const found = errorImpact.check(templatesFrom((stack) => bareFunction(stack)));
  expect(found.map((f) => f.message)).toEqual(['has no errorImpact in zh', 'has no errorImpact in en']);
});

test('blanks are no errorImpact', () => {
  const found = errorImpact.check(
    templatesFrom((stack) =>
      say(bareFunction(stack), { name: 'f', plane: 'intake', errorImpact: { zh: '停了', en: '  ' } }),
    ),
  );
  expect(found.map((f) => f.message)).toEqual(['has no errorImpact in en']);
});

test('our worker passes', () => {
  const templates = templatesFrom((stack) => goodWorker(stack));
  expect([...timeoutAndMemory.check(templates), ...errorImpact.check(templates)]).toEqual([]);
});
