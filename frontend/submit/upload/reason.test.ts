import { expect, test } from '@jest/globals';
import { PutError } from './ports.ts';
import { readReason, writeReason } from './reason.ts';
import { RefusedFile } from './upload.ts';

const round = (error: unknown) => readReason(writeReason(error));

test('a refusal keeps its words in both languages', () => {
  const message = { zh: '路径太长', en: 'path too long' };
  expect(round(new RefusedFile({ path: 'a', code: 'path-too-long', message }))).toEqual(message);
});

test('the store out of reach, and the store refusing', () => {
  expect(round(new PutError(0))).toMatchObject({ code: 'unreachable' });
  expect(round(new PutError(400, 'BadDigest'))).toMatchObject({ code: 'damaged', status: 400 });
  expect(round(new PutError(400))).toMatchObject({ code: 'refused', status: 400 });
});

test('anything else keeps its detail', () => {
  expect(round(new Error('boom'))).toEqual({ code: 'other', status: 0, detail: 'boom' });
  expect(readReason('plain text')).toEqual({ code: 'other', status: 0, detail: 'plain text' });
  expect(readReason('{"zh":1}')).toMatchObject({ code: 'other' });
});
