import { ProblemError } from '@geoarchive/contract/client.ts';
import { expect, test } from '@jest/globals';
import { problemText } from './text.ts';

const t = (key: string) => `<${key}>`;

test('what happened and what to do, from the problem itself where it says so', () => {
  const problem = { type: 'x', title: 'T', status: 409, detail: 'D', remedy: 'R' };
  expect(problemText(new ProblemError(problem), t)).toBe('D R');
  expect(problemText(new ProblemError({ type: 'x', title: 'T', status: 409 }), t)).toBe(
    'T <problem.remedy.changed>',
  );
  expect(problemText(new TypeError('Failed to fetch'), t)).toBe(
    '<problem.unreachable> <problem.remedy.unreachable>',
  );
});
