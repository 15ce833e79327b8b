import * as z from 'zod';
import type { Input } from './context.ts';
import { fail } from './fail.ts';

/** Reads a request by its schema; what does not fit is InvalidParameterException naming the member. */
export function read<T>(schema: z.ZodType<T>, input: Input): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw fail(
    'InvalidParameterException',
    `${issue?.path.join('.') ?? 'request'}: ${issue?.message ?? 'not valid'}`,
  );
}

export const text = z.string().min(1);

/** A list of attributes as Cognito writes it, read into a record. */
export const attributeList = z
  .array(z.object({ Name: text, Value: z.string().default('') }))
  .default([])
  .transform(
    (list): Record<string, string> => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])),
  );

/** A record of attributes in the form of Cognito's answers. */
export const attributesOut = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
