import { arnAt, type Place, textOf } from './place.ts';
import type { Demand } from './statement.ts';

/** The right that sending needs: on the sender's identity, the whole address as the roles here name it. */
export function sesDemands(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  place: Place,
): Demand[] {
  if (operation !== 'SendEmail') throw new Error(`SES operation is not known here: ${operation}`);
  const resource = arnAt(place, 'ses', `identity/${textOf(input, 'FromEmailAddress')}`);
  return [{ action: 'ses:SendEmail', resource }];
}
