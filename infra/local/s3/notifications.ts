import type { Bucket, Version } from './store/model.ts';
import { all, child, type Element, readXml, textOf } from './xml/read.ts';

export type Rule = { id: string; target: string; events: string[]; prefix: string; suffix: string };

const KINDS: Record<string, string> = { QueueConfiguration: 'Queue', TopicConfiguration: 'Topic' };

function toRule(element: Element, target: string): Rule {
  const key = child(child(element, 'Filter') ?? element, 'S3Key');
  const filters = key ? all(key, 'FilterRule') : [];
  const filter = (name: string) => {
    const rule = filters.find((f) => textOf(f, 'Name')?.toLowerCase() === name);
    return (rule && textOf(rule, 'Value')) ?? '';
  };
  return {
    id: textOf(element, 'Id') ?? '',
    target,
    events: all(element, 'Event').map((e) => e.text.trim()),
    prefix: filter('prefix'),
    suffix: filter('suffix'),
  };
}

/**
 * Reads a NotificationConfiguration. Throws an Error naming a kind of target that does not exist here
 * (functions, EventBridge), rather than staying silent.
 */
export function readRules(xml: string): Rule[] {
  return readXml(xml).children.map((element) => {
    const kind = KINDS[element.name];
    const target = kind && textOf(element, kind);
    if (!target) throw new Error(`The local S3 does not send notifications to ${element.name}`);
    return toRule(element, target);
  });
}

/** Whether a rule asks for an event such as `ObjectCreated:Put` on a key. */
export function applies(rule: Rule, event: string, key: string): boolean {
  const named = rule.events.some((e) => {
    const wanted = e.replace(/^s3:/, '');
    return wanted === event || (wanted.endsWith(':*') && event.startsWith(wanted.slice(0, -1)));
  });
  return named && key.startsWith(rule.prefix) && key.endsWith(rule.suffix);
}

/** S3 writes keys in events as HTML forms do, slashes left as they are. */
export const eventKey = (key: string): string =>
  new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');

/** The message of one event (S3 user guide, "Event message structure", version 2.1). */
export function eventMessage(
  rule: Rule,
  event: string,
  version: Version,
  at: { region: string; time: Date; requestId: string; principal: string; bucketArn: string },
): string {
  const removed = event.startsWith('ObjectRemoved');
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: at.region,
    eventTime: at.time.toISOString(),
    eventName: event,
    userIdentity: { principalId: at.principal },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': at.requestId, 'x-amz-id-2': at.requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: rule.id,
      bucket: { name: version.bucket, ownerIdentity: { principalId: 'local' }, arn: at.bucketArn },
      object: {
        key: eventKey(version.key),
        ...(!removed && { size: version.size, eTag: version.etag }),
        ...(version.versionId !== 'null' && { versionId: version.versionId }),
        sequencer: version.id.toString(16).toUpperCase().padStart(18, '0'),
      },
    },
  };
  return JSON.stringify({ Records: [record] });
}

/** What S3 sends to each target when a configuration is put. Consumers must bear it. */
export function testMessage(bucket: Bucket, time: Date, requestId: string): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: time.toISOString(),
    Bucket: bucket.name,
    RequestId: requestId,
    HostId: requestId,
  });
}
