import { receiveText } from '../body/receive.ts';
import type { Operation } from '../context.ts';
import { invalidArgument, malformedXml } from '../errors.ts';
import { readRules, testMessage } from '../notifications.ts';
import { readXml } from '../xml/read.ts';
import { xmlDocument } from '../xml/write.ts';

const KIND = 'notification';

/** PutBucketNotificationConfiguration; each target of a changed configuration gets S3's test event. */
export const putNotification: Operation = async (ctx) => {
  ctx.need('s3:PutBucketNotification', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const body = await receiveText(ctx);
  if (readXml(body).name !== 'NotificationConfiguration') throw malformedXml();
  let targets: Set<string>;
  try {
    targets = new Set(readRules(body).map((rule) => rule.target));
  } catch (error) {
    throw invalidArgument(
      error instanceof Error ? error.message : 'Unable to read the notification configuration',
    );
  }
  if (ctx.store.buckets.setting(ctx.bucketName, KIND) === body) return { status: 200 };
  ctx.store.transact(() => {
    ctx.store.buckets.putSetting(ctx.bucketName, KIND, body);
    const message = testMessage(ctx.bucket(), ctx.now(), ctx.requestId);
    for (const target of targets) ctx.store.outbox.add(target, message);
  });
  ctx.deliver();
  return { status: 200 };
};

/** GetBucketNotificationConfiguration */
export const getNotification: Operation = (ctx) => {
  ctx.need('s3:GetBucketNotification', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const body = ctx.store.buckets.setting(ctx.bucketName, KIND);
  return { status: 200, body: body ?? xmlDocument('NotificationConfiguration', []) };
};
