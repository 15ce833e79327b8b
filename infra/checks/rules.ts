import type { Rule } from './rule.ts';
import { alarmRunbook, functionAlarm, queueAlarm } from './rules/alarms.ts';
import { customResource } from './rules/custom-resource.ts';
import { deadLetters } from './rules/dead-letters.ts';
import { encryption } from './rules/encryption.ts';
import { errorImpact, timeoutAndMemory } from './rules/function-basics.ts';
import { ownedData, planeListening, planeSeparation } from './rules/planes.ts';
import { publicBucket } from './rules/public-bucket.ts';
import { queueConsumer } from './rules/queue-consumer.ts';
import { wildcard } from './rules/wildcard.ts';

/** Every rule that fails synthesis (design §10). `headings` are the runbook's. */
export const rules = (headings: ReadonlySet<string>): Rule[] => [
  timeoutAndMemory,
  errorImpact,
  deadLetters,
  functionAlarm,
  queueAlarm,
  alarmRunbook(headings),
  queueConsumer,
  encryption,
  publicBucket,
  wildcard,
  customResource,
  planeSeparation(),
  planeListening,
  ownedData,
];
