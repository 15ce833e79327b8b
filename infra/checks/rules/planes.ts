import { type Door, doors, listens } from '../doors.ts';
import { resourcesIn } from '../reference.ts';
import { perResource, type Rule } from '../rule.ts';
import { actionsOf, roleOf, statementsOf } from '../statements.ts';
import { at, type Placed, placed, type Templates } from '../template.ts';

const planes: ReadonlySet<string> = new Set(['intake', 'archive', 'portal']);
const planeOf = (one: Placed): string | undefined => one.resource.Metadata?.GeoArchive?.plane;
const nameOf = (one: Placed): string => one.resource.Metadata?.GeoArchive?.name ?? one.id;
const data = [
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::KMS::Key',
];

/** The planes, other than its own, of what a value names. */
const foreign = (value: unknown, own: string | undefined, stack: string, templates: Templates): string[] => [
  ...new Set(
    resourcesIn(value, stack, templates)
      .map(planeOf)
      .filter((plane): plane is string => plane !== undefined && planes.has(plane) && plane !== own),
  ),
];

const doorOf = (fn: Placed, into: string, known: readonly Door[]): Door | undefined =>
  known.find((door) => door.function === nameOf(fn) && door.from === planeOf(fn) && door.into === into);

function rightsBeyond(fn: Placed, templates: Templates, known: readonly Door[]): string[] {
  const role = roleOf(fn, templates);
  if (!role) return ['has no role in these templates'];
  return statementsOf(role, templates)
    .filter((s) => s.Effect === 'Allow')
    .flatMap((s) =>
      foreign(s.Resource, planeOf(fn), role.stack, templates).flatMap((into) => {
        const allowed = doorOf(fn, into, known)?.actions ?? [];
        const beyond = actionsOf(s).filter((action) => !allowed.includes(action));
        return beyond.length > 0 ? [`may ${beyond.join(', ')} in ${into}`] : [];
      }),
    );
}

const namesBeyond = (fn: Placed, templates: Templates, known: readonly Door[]): string[] =>
  foreign(at(fn.resource, 'Environment'), planeOf(fn), fn.stack, templates)
    .filter((into) => !doorOf(fn, into, known))
    .map((into) => `its environment names ${into}`);

/** The synthesized roles, read back: a function acts in its own plane, and elsewhere only through its door. */
export const planeSeparation = (known: readonly Door[] = doors): Rule =>
  perResource(
    'plane-separation',
    "A function's role and environment name one plane; only the doors cross, one way",
    (templates) => placed(templates, 'AWS::Lambda::Function'),
    (fn, templates) =>
      planeOf(fn) === undefined
        ? ['does not say its plane']
        : [...rightsBeyond(fn, templates, known), ...namesBeyond(fn, templates, known)],
  );

/** What holds data says whose it is; otherwise no rule could tell. */
export const ownedData = perResource(
  'owned-data',
  'Buckets, tables, queues, topics and keys say which plane they belong to',
  (templates) => placed(templates, ...data),
  (one) => (planeOf(one) === undefined ? ['does not say its plane'] : []),
);

/** Listening crosses too: only archive and intake listen to each other. */
export const planeListening = perResource(
  'plane-listening',
  'A queue listens to its own plane, or to the one whose events are projected into it',
  (templates) => placed(templates, 'AWS::SNS::Subscription'),
  (one, templates) => {
    const [topic] = resourcesIn(at(one.resource, 'TopicArn'), one.stack, templates);
    const [queue] = resourcesIn(at(one.resource, 'Endpoint'), one.stack, templates);
    const from = topic && planeOf(topic);
    const to = queue && planeOf(queue);
    const allowed = from === to || to === undefined || listens.some((l) => l.from === from && l.to === to);
    return allowed ? [] : [`${to} listens to ${from}`];
  },
);
