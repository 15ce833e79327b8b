import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { createNamespace, destroyNamespace, getNamespace } from './x-ray-context.ts';

beforeEach(() => destroyNamespace('test'));

test('what is entered at start is seen by everything that runs later', async () => {
  const space = createNamespace('test');
  space.enter(space.createContext());
  space.set('segment', 'facade');
  await pause(1);
  expect(getNamespace('test')?.get('segment')).toBe('facade');
});

test('side by side, each run keeps its own segment over its awaits and sees what was outside', async () => {
  const space = createNamespace('test');
  space.enter(space.createContext());
  space.set('outer', 1);
  const seen = await Promise.all(
    [30, 10, 20].map((ms) =>
      space.runAndReturn(async () => {
        space.set('segment', ms);
        await pause(ms);
        return [space.get('segment'), space.get('outer')];
      }),
    ),
  );
  expect(seen).toEqual([
    [30, 1],
    [10, 1],
    [20, 1],
  ]);
  expect(space.get('segment')).toBeUndefined();
});

test('a bound function runs where it was bound', () => {
  const space = createNamespace('test');
  let bound = (): unknown => undefined;
  const context = space.run(() => {
    space.set('segment', 'inner');
    bound = space.bind(() => space.get('segment'));
  });
  expect(context['segment']).toBe('inner');
  expect(bound()).toBe('inner');
});

test('setting outside every context is refused, as is what was left', () => {
  const space = createNamespace('test');
  expect(() => space.set('segment', 1)).toThrow('Nothing entered');
  space.enter(space.createContext());
  space.set('segment', 1);
  space.exit();
  expect(space.get('segment')).toBeUndefined();
});

test('a namespace is found by its name until it is destroyed', () => {
  const space = createNamespace('test');
  expect(getNamespace('test')).toBe(space);
  destroyNamespace('test');
  expect(getNamespace('test')).toBeUndefined();
});
