import { expect, test } from '@jest/globals';
import { sqsRecord, streamRecord } from './records.ts';

test('a stream record has seconds, base64 and lower-case names', () => {
  const record = streamRecord(
    {
      eventID: '1',
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: {
        ApproximateCreationDateTime: new Date(1_700_000_000_000),
        Keys: { pk: { S: 'a' } },
        NewImage: { raw: { B: new Uint8Array([1, 2]) }, list: { L: [{ N: '1' }] } },
        SequenceNumber: '7',
      },
    },
    'arn:stream',
  );
  expect(record).toEqual({
    eventID: '1',
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    eventSourceARN: 'arn:stream',
    dynamodb: {
      ApproximateCreationDateTime: 1_700_000_000,
      Keys: { pk: { S: 'a' } },
      NewImage: { raw: { B: 'AQI=' }, list: { L: [{ N: '1' }] } },
      SequenceNumber: '7',
    },
  });
});

test('a message keeps its text; filters see what it says', () => {
  const message = {
    MessageId: 'm',
    ReceiptHandle: 'r',
    Body: '{"a":1}',
    Attributes: { ApproximateReceiveCount: '1' },
    MessageAttributes: {
      type: { DataType: 'String', StringValue: 'X' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) },
    },
  };
  const record = sqsRecord(message, 'arn:q', 'r1', false);
  expect(record).toMatchObject({
    messageId: 'm',
    body: '{"a":1}',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:q',
    awsRegion: 'r1',
    messageAttributes: { type: { dataType: 'String', stringValue: 'X' }, raw: { binaryValue: 'AQ==' } },
  });
  expect(sqsRecord(message, 'arn:q', 'r1', true)['body']).toEqual({ a: 1 });
  expect(sqsRecord({ ...message, Body: 'plain' }, 'arn:q', 'r1', true)['body']).toBe('plain');
});
