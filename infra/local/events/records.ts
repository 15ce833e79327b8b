import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Message } from '@aws-sdk/client-sqs';

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** An SQS message as Lambda hands it on. Filters see a JSON body as what it says. */
export function sqsRecord(
  message: Message,
  arn: string,
  awsRegion: string,
  parsed: boolean,
): Record<string, unknown> {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    {
      dataType: value.DataType,
      ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
      ...(value.BinaryValue && { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
      stringListValues: [],
      binaryListValues: [],
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: parsed ? parse(message.Body ?? '') : message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** A stream's record as Lambda hands it on: bytes as base64, times as seconds. */
export function streamRecord(record: StreamRecord, arn: string): Record<string, unknown> {
  const { dynamodb, ...rest } = record;
  const at = dynamodb?.ApproximateCreationDateTime;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [lowerFirst(name), value])),
    dynamodb: plain({ ...dynamodb, ...(at && { ApproximateCreationDateTime: at.getTime() / 1000 }) }),
    eventSourceARN: arn,
  };
}

/** JSON has no bytes and no undefined. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, plain(inner)]),
  );
}
