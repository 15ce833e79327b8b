import { perResource } from '../rule.ts';
import { actionsOf, type Statement, statementsOf } from '../statements.ts';
import { list, placed } from '../template.ts';

/** Actions for which IAM knows no resource, so that `*` is all there is. */
const withoutResource = new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);

function complaints(s: Statement): string[] {
  if (s.Effect !== 'Allow') return [];
  const actions = actionsOf(s);
  const broad = actions.filter((action) => action.includes('*'));
  const anywhere = list(s.Resource).includes('*') ? actions.filter((a) => !withoutResource.has(a)) : [];
  return [
    ...(s.NotAction || s.NotResource ? ['allows everything but something'] : []),
    ...broad.map((action) => `allows ${action}`),
    ...anywhere.map((action) => `allows ${action} on *`),
  ];
}

export const wildcard = perResource(
  'wildcard',
  'A role names its actions, and the ARN of what it acts on wherever there is one',
  (templates) => placed(templates, 'AWS::IAM::Role'),
  (role, templates) => statementsOf(role, templates).flatMap(complaints),
);
