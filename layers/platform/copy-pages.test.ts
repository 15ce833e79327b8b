import { beforeEach, describe, expect, test } from '@jest/globals';
import { type CopyMessage, type CopyWork, copyMessage, copyStep, startPages } from './copy-pages.ts';
import type { LargeCopies } from './large-copy.ts';
import { memoryQueue } from './testing/queue.ts';

type File = { no: number; size: number };
/** Steps that each large file takes. */
const stepsOf = 3;

const setUp = (files: File[]) => {
  const queue = memoryQueue();
  const steps = new Map<string, number>();
  const copied: number[] = [];
  const pages: [number, number[]][] = [];
  const forgotten: string[] = [];
  const again: string[] = [];
  let over = false;
  const large: LargeCopies = {
    isLarge: (size) => size > 10,
    isDone: async (_, key) => (steps.get(key) ?? 0) >= stepsOf,
    async step(_, { key }) {
      steps.set(key, (steps.get(key) ?? 0) + 1);
      return (steps.get(key) ?? 0) >= stepsOf;
    },
    again: async (_, key) => {
      again.push(key);
    },
    forget: async (job) => {
      forgotten.push(job);
    },
    notePage: async () => 0,
  };
  const work: CopyWork<File, number> = {
    files: async () => (over ? undefined : files),
    place: ({ no, size }) => ({ from: { bucket: 'a', key: `${no}`, size }, key: `${no}` }),
    isThere: async (_, { no }) => (steps.get(`${no}`) ?? 0) >= stepsOf,
    differs: ({ no }) => new Error(`${no} differs`),
    copy: async ({ no }) => {
      copied.push(no);
      return no;
    },
    finish: async (_, page, all) => {
      pages.push([page, all]);
    },
  };
  const step = (message: CopyMessage) => copyStep({ queue, large }, work, message);
  return {
    ...{ queue, steps, copied, pages, forgotten, again, work, large, step },
    end: () => {
      over = true;
    },
    /** Works off the queue; gives how many messages that took. */
    async run(): Promise<number> {
      let done = 0;
      for (; queue.sent.length > 0; done += 1) {
        expect(done).toBeLessThan(100);
        await step(copyMessage.parse(queue.sent.shift()?.body));
      }
      return done;
    },
  };
};
let kit: ReturnType<typeof setUp>;
beforeEach(() => {
  kit = setUp([
    { no: 1, size: 5 },
    { no: 2, size: 50 },
    { no: 4, size: 10 },
    { no: 7, size: 60 },
  ]);
});

describe('a page', () => {
  test('of small files is one step, its copies in order', async () => {
    kit = setUp([3, 1, 2].map((no) => ({ no, size: 1 })));
    await kit.step({ job: 'j', page: 1 });
    expect([kit.pages, kit.queue.sent]).toEqual([[[1, [1, 2, 3]]], []]);
  });
  test('with large ones starts a chain for each and is finished when all have ended', async () => {
    await kit.step({ job: 'j', page: 1 });
    expect(kit.queue.sent.map(({ body }) => copyMessage.parse(body).no)).toEqual([2, 7]);
    // Three steps for each of two files, and the page after each of them.
    expect(await kit.run()).toBe(8);
    expect(new Set(kit.pages.map((page) => JSON.stringify(page)))).toEqual(new Set(['[1,[1,2,4,7]]']));
    expect(kit.steps).toEqual(
      new Map([
        ['2', 3],
        ['7', 3],
      ]),
    );
  });
  test('that comes again while chains are on their way starts them again, and they share what is done', async () => {
    await kit.step({ job: 'j', page: 1 });
    await kit.step({ job: 'j', page: 1 });
    await kit.run();
    expect(kit.pages.length).toBeGreaterThan(0);
    for (const [, all] of kit.pages) expect(all).toEqual([1, 2, 4, 7]);
    expect([...kit.steps.values()]).toEqual([3, 3]);
  });
  test('a file that is not on it is an error', async () => {
    await expect(kit.step({ job: 'j', page: 1, no: 3 })).rejects.toThrow('no file 3');
  });
});

describe('a large copy that differs', () => {
  test('is an error at each try; it begins anew only when its page is started again', async () => {
    kit.work.isThere = async () => false;
    kit.steps.set('2', stepsOf - 1);
    for (let n = 0; n < 3; n += 1)
      await expect(kit.step({ job: 'j', page: 1, no: 2 })).rejects.toThrow('2 differs');
    expect([kit.again, kit.queue.sent]).toEqual([[], []]);
    await kit.step({ job: 'j', page: 1, after: true });
    expect([kit.again, kit.queue.sent]).toEqual([[], []]);
    await kit.step({ job: 'j', page: 1 });
    expect(kit.again).toEqual(['2', '7']);
  });
});

describe('a job that is over', () => {
  test.each([[{ page: 1 }], [{ page: 1, no: 2 }]])('forgets what it began: %j', async (message) => {
    kit.end();
    await kit.step({ job: 'j', ...message });
    expect([kit.forgotten, kit.queue.sent, kit.pages, kit.copied]).toEqual([['j'], [], [], []]);
  });
});

describe('starting', () => {
  test('several pages sends a message for each', async () => {
    await startPages(kit, kit.work, 'j', 3);
    expect(kit.queue.sent).toEqual([1, 2, 3].map((page) => ({ body: { job: 'j', page }, group: 'j' })));
    expect([kit.pages, kit.forgotten]).toEqual([[], ['j']]);
  });
  test('a single page does it at once', async () => {
    kit = setUp([{ no: 1, size: 1 }]);
    await startPages(kit, kit.work, 'j', 1);
    expect([kit.pages, kit.queue.sent]).toEqual([[[1, [1]]], []]);
  });
});
