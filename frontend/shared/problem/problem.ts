import { ProblemError } from '@geoarchive/contract/client.ts';
import type { ProblemDocument } from '@geoarchive/contract/problem.ts';
import { SignInError } from '../auth/errors.ts';

/** Problems the page itself finds: nothing answered, or the page has a fault. */
export const local = { unreachable: 'unreachable', fault: 'page-fault' } as const;

/** Any error as a problem, so that every page shows errors the same way; status 0 never came from an API. */
export const toProblem = (error: unknown): ProblemDocument => {
  if (error instanceof ProblemError) return error.problem;
  const unreachable =
    error instanceof SignInError
      ? error.code === 'unreachable'
      : error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  if (unreachable) return { type: local.unreachable, title: '', status: 0 };
  return {
    type: local.fault,
    title: '',
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
  };
};

/** Text key of what a reader can do; used where the problem brings no remedy of its own. */
export const remedyKey = ({ type, status }: ProblemDocument): string => {
  if (type === local.unreachable) return 'problem.remedy.unreachable';
  if (status === 401) return 'problem.remedy.signIn';
  if (status === 403) return 'problem.remedy.forbidden';
  if (status === 404) return 'problem.remedy.notFound';
  if (status === 409 || status === 412) return 'problem.remedy.changed';
  if (status === 429) return 'problem.remedy.tooMany';
  if (status >= 500 || status === 0) return 'problem.remedy.server';
  return 'problem.remedy.mend';
};

/** Worth trying again by itself: nothing answered, or the server was briefly busy. */
export const isPassing = (error: unknown): boolean => {
  const { type, status } = toProblem(error);
  return type === local.unreachable || [429, 502, 503, 504].includes(status);
};

export type FieldErrors = { name: (string | number)[]; errors: string[] }[];

/** The fields at fault in the shape a form takes. Array positions become numbers. */
export const fieldErrors = (problem: ProblemDocument): FieldErrors => {
  const byField = new Map<string, string[]>();
  for (const { field, message } of problem.fields ?? [])
    byField.set(field, [...(byField.get(field) ?? []), message]);
  return [...byField].map(([field, errors]) => ({
    name: field
      .replace(/^body\./, '')
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    errors,
  }));
};
