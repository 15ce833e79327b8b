import { describe, expect, test } from '@jest/globals';
import { secondsLeft, summarise, type Tracked } from './summary.ts';

const data = new Blob([]);
const file = (more: Partial<Tracked>): Tracked => ({ size: 100, progress: {}, data, ...more });

describe('summarise', () => {
  test('counts done, failed, lost and bytes', () => {
    expect(
      summarise([
        file({ progress: { uploadComplete: true, bytesUploaded: 30 } }),
        file({ progress: { bytesUploaded: 40 } }),
        file({ error: 'PUT 400', progress: { bytesUploaded: false } }),
        file({ data: undefined }),
      ]),
    ).toEqual({ files: 4, done: 1, failed: 1, lost: 1, bytes: 400, sent: 140 });
  });

  test('an empty file can be done', () => {
    expect(summarise([file({ size: 0, progress: { uploadComplete: true } })])).toMatchObject({
      done: 1,
      bytes: 0,
    });
  });

  test('never more sent than there is', () => {
    expect(summarise([file({ progress: { bytesUploaded: 130 } })]).sent).toBe(100);
  });
});

describe('secondsLeft', () => {
  test('from the mean speed', () => expect(secondsLeft(50, 200, 10_000)).toBe(30));
  test('unknown at the start', () => {
    expect(secondsLeft(50, 200, 1_000)).toBeUndefined();
    expect(secondsLeft(0, 200, 10_000)).toBeUndefined();
  });
  test('nothing left at the end', () => expect(secondsLeft(200, 200, 10_000)).toBe(0));
});
