import { heardBy, listeners } from '@geoarchive/contract/events.ts';
import { impactOf } from '@geoarchive/domain/impacts.ts';
import { beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { doors } from '../checks/doors.ts';
import { resourcesIn } from '../checks/reference.ts';
import { planeSeparation } from '../checks/rules/planes.ts';
import { at, list, placed, type Templates } from '../checks/template.ts';
import { stubApp, templatesOf } from '../testing/stub-app.ts';

let templates: Templates;
beforeAll(() => {
  templates = templatesOf(stubApp('local'));
}, 60_000);

test('the synthesized roles cross planes at the doors, at every door, and nowhere else', () => {
  const withDoorsShut = planeSeparation([]).check(templates);
  const crossing = new Set(
    withDoorsShut
      .filter((f) => f.message.startsWith('may '))
      .map(
        (f) =>
          `${f.resource.replace(/(Worker|Function).*/, '').toLowerCase()} → ${f.message.replace(/.* in /, '')}`,
      ),
  );
  expect([...crossing].sort()).toEqual(
    doors.map((d) => `${d.function.replaceAll('-', '')} → ${d.into}`).sort(),
  );
  expect(planeSeparation().check(templates)).toEqual([]);
});

test('operators find what people notice of every function that puts messages aside by its name', () => {
  const told = placed(templates, 'AWS::Lambda::Function').flatMap(({ resource }) => {
    const { name = '', errorImpact } = resource.Metadata?.GeoArchive ?? {};
    return /(-api|-operations|-authorizer)$|^preview$/.test(name) ? [] : [{ name, errorImpact }];
  });
  expect(told.length).toBeGreaterThan(12);
  expect(told.map(({ name }) => ({ name, errorImpact: impactOf(name) }))).toEqual(told);
});

test('nothing in the portal plane names the archive or intake planes', () => {
  const portal = placed(templates).filter((one) => one.stack === 'portal');
  const named = portal.flatMap((one) => resourcesIn(one.resource.Properties, 'portal', templates));
  const owners = new Set(named.map((one) => one.resource.Metadata?.GeoArchive?.plane));
  expect(owners).not.toContain('archive');
  expect(owners).not.toContain('intake');
});

test('each listener of the contract has a queue filtered to exactly its events, on the right topic', () => {
  const subscriptions = placed(templates, 'AWS::SNS::Subscription').map((one) => {
    const [queue] = resourcesIn(at(one.resource, 'Endpoint'), one.stack, templates);
    const [topic] = resourcesIn(at(one.resource, 'TopicArn'), one.stack, templates);
    expect(at(one.resource, 'RawMessageDelivery')).toBe(true);
    return {
      listener: queue?.id.replace(/Worker.*/, '').toLowerCase(),
      plane: topic?.resource.Metadata?.GeoArchive?.plane,
      types: list(at(one.resource, 'FilterPolicy', 'type'))
        .map(String)
        .sort(),
    };
  });
  const declared = listeners.map((listener) => {
    const { plane, types } = heardBy(listener);
    // The stack names a worker in one word: `IntakeNotifyWorker`.
    return { listener: listener.replace('-', ''), plane, types: [...types].sort() };
  });
  const byName = (a: { listener?: string | undefined }, b: { listener?: string | undefined }) =>
    (a.listener ?? '').localeCompare(b.listener ?? '');
  expect(subscriptions.sort(byName)).toEqual(declared.sort(byName));
});

const notices = z.array(
  z.object({
    Event: z.string(),
    Filter: z.object({
      S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
    }),
    Queue: z.unknown(),
  }),
);

test('uploads and bundles are announced to their queues, whose policies allow that bucket to send', () => {
  const told = placed(templates, 'AWS::S3::Bucket').flatMap((bucket) =>
    notices
      .catch([])
      .parse(at(bucket.resource, 'NotificationConfiguration', 'QueueConfigurations'))
      .map((notice) => {
        const [queue] = resourcesIn(notice.Queue, bucket.stack, templates);
        const policy = placed(templates, 'AWS::SQS::QueuePolicy').find((p) =>
          resourcesIn(at(p.resource, 'Queues'), p.stack, templates).some((q) => q.id === queue?.id),
        );
        expect(JSON.stringify(policy)).toContain(
          `"geoarchive-${bucket.id.startsWith('Intake') ? 'intake' : 'inbox'}"`,
        );
        const rules = notice.Filter.S3Key.Rules.map((rule) => `${rule.Name}=${rule.Value}`).join(' ');
        return `${bucket.id.replace(/Bucket.*/, '')} → ${queue?.id.replace(/Worker.*/, '')}: ${rules}`;
      }),
  );
  expect(told.sort()).toEqual([
    'Inbox → Ingest: prefix=bundles/ suffix=manifest.json',
    'Intake → Dispatch: prefix=files/',
  ]);
});

test('relays are woken by new outbox items only', () => {
  const sources = placed(templates, 'AWS::Lambda::EventSourceMapping').filter(
    (s) => at(s.resource, 'FilterCriteria') !== undefined,
  );
  expect(sources).toHaveLength(3);
  for (const { resource } of sources) {
    const [filter] = list(at(resource, 'FilterCriteria', 'Filters'));
    const { Pattern } = z.object({ Pattern: z.string() }).parse(filter);
    expect(JSON.parse(Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } } },
    });
  }
});

test('a function that is told a bucket, queue, topic or key may do something with it', () => {
  const idle = placed(templates, 'AWS::Lambda::Function').flatMap((fn) => {
    const [role] = resourcesIn(at(fn.resource, 'Role'), fn.stack, templates);
    const policies = placed(templates, 'AWS::IAM::Policy').filter((p) =>
      resourcesIn(at(p.resource, 'Roles'), p.stack, templates).some((r) => r.id === role?.id),
    );
    const allowed = policies.flatMap((p) =>
      resourcesIn(at(p.resource, 'PolicyDocument'), p.stack, templates),
    );
    return resourcesIn(at(fn.resource, 'Environment'), fn.stack, templates)
      .filter((told) => !allowed.some((a) => a.id === told.id && a.stack === told.stack))
      .map((told) => `${fn.id} is told ${told.id}`);
  });
  expect(idle).toEqual([]);
});
