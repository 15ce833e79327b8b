import { ProblemError } from '@geoarchive/contract/client.ts';
import { describe, expect, test } from '@jest/globals';
import { fieldErrors, isPassing, remedyKey, toProblem } from './problem.ts';

const of = (status: number) => ({ type: 't', title: 'T', status });

describe('toProblem', () => {
  test('keeps a problem, names a silent network, wraps the rest', () => {
    expect(toProblem(new ProblemError(of(409)))).toEqual(of(409));
    expect(toProblem(new TypeError('Failed to fetch')).type).toBe('unreachable');
    expect(toProblem(new TypeError('x is undefined'))).toMatchObject({ type: 'page-fault', status: 0 });
    expect(toProblem('odd').detail).toBe('odd');
  });
});

test.each([
  [401, 'signIn'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'changed'],
  [412, 'changed'],
  [422, 'mend'],
  [429, 'tooMany'],
  [500, 'server'],
  [503, 'server'],
])('status %d has a remedy', (status, key) => {
  expect(remedyKey(of(status))).toBe(`problem.remedy.${key}`);
});

test('a network that does not answer has a remedy of its own', () => {
  expect(remedyKey(toProblem(new TypeError('Failed to fetch')))).toBe('problem.remedy.unreachable');
  expect(remedyKey(toProblem(new Error('x')))).toBe('problem.remedy.server');
});

test('only passing troubles are tried again', () => {
  const passes = (status: number) => isPassing(new ProblemError(of(status)));
  expect([429, 502, 503, 504].every(passes)).toBe(true);
  expect([400, 401, 403, 404, 409, 412, 500].some(passes)).toBe(false);
  expect(isPassing(new TypeError('Failed to fetch'))).toBe(true);
  expect(isPassing(new Error('x'))).toBe(false);
});

test('field errors in the shape of a form, one entry per field', () => {
  const fields = [
    { field: 'title', message: 'a' },
    { field: 'title', message: 'b' },
    { field: 'body.regions.0.code', message: 'c' },
  ];
  expect(fieldErrors({ ...of(400), fields })).toEqual([
    { name: ['title'], errors: ['a', 'b'] },
    { name: ['regions', 0, 'code'], errors: ['c'] },
  ]);
  expect(fieldErrors(of(400))).toEqual([]);
});
