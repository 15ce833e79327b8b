import { local, remedyKey, toProblem } from './problem.ts';

/** A problem as one sentence with what to do next, for places too small for the whole. */
export const problemText = (error: unknown, t: (key: string) => string): string => {
  const problem = toProblem(error);
  const fallback = t(problem.type === local.unreachable ? 'problem.unreachable' : 'problem.unexpected');
  const what = problem.detail ?? (problem.title === '' ? fallback : problem.title);
  return `${what} ${problem.remedy ?? t(remedyKey(problem))}`;
};
