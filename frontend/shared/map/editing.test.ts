import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, begin, type Editing, edit } from './editing.ts';
import { outlineOf, shapeFault, shapeKinds } from './shape.ts';

const after = (...acts: Act[]): Editing => acts.reduce(edit, begin(undefined));
const put = (x: number, y: number): Act => ({ do: 'put', corner: [x, y] });
const polygon: Act[] = [{ do: 'start', kind: 'polygon' }, put(0, 0), put(4, 0), put(4, 4)];

test('a point and a box end by themselves, lines and polygons when one says so', () => {
  expect(after({ do: 'start', kind: 'point' }, put(1, 2))).toMatchObject({
    shape: { kind: 'point', corners: [[1, 2]] },
    drawing: false,
  });
  expect(after({ do: 'start', kind: 'box' }, put(1, 2)).drawing).toBe(true);
  expect(after({ do: 'start', kind: 'box' }, put(1, 2), put(3, 4)).drawing).toBe(false);
  expect(after(...polygon).drawing).toBe(true);
  expect(after(...polygon, { do: 'finish' }).drawing).toBe(false);
  expect(after(...polygon.slice(0, 3), { do: 'finish' }).drawing).toBe(true);
});

test('corners move, come between and go; with too few the drawing goes on', () => {
  const done = [...polygon, { do: 'finish' } as const];
  expect(after(...done, { do: 'move', at: 1, corner: [9, 0] }).shape?.corners[1]).toEqual([9, 0]);
  expect(after(...done, { do: 'insert', at: 1, corner: [2, 0] }).shape?.corners).toHaveLength(4);
  const short = after(...done, { do: 'remove', at: 0 });
  expect([short.shape?.corners.length, short.drawing]).toEqual([2, true]);
  expect(after({ do: 'start', kind: 'point' }, put(1, 2), { do: 'remove', at: 0 }).shape).toBeUndefined();
});

test('what does not fit changes nothing', () => {
  const box = after({ do: 'start', kind: 'box' }, put(1, 2), put(3, 4));
  for (const act of [
    put(5, 6),
    { do: 'insert', at: 1, corner: [2, 2] },
    { do: 'move', at: 7, corner: [2, 2] },
    { do: 'remove', at: 7 },
    { do: 'finish' },
  ] as const)
    expect(edit(box, act)).toBe(box);
});

const corner = fc.tuple(fc.integer({ min: 70, max: 140 }), fc.integer({ min: 0, max: 60 }));
const at = fc.nat({ max: 5 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('start' as const), kind: fc.constantFrom(...shapeKinds) }),
  fc.record({ do: fc.constant('put' as const), corner }),
  fc.record({ do: fc.constant('finish' as const) }),
  fc.record({ do: fc.constantFrom('move' as const, 'insert' as const), at, corner }),
  fc.record({ do: fc.constant('remove' as const), at }),
);

test('undoing step by step comes back to the beginning', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      let state = begin(undefined);
      const seen: (Editing['shape'] | undefined)[] = [];
      for (const one of acts) {
        const next = edit(state, one);
        if (next.past.length > state.past.length) seen.push(state.shape);
        state = next;
      }
      for (const before of seen.toReversed()) {
        state = edit(state, { do: 'undo' });
        expect(state.shape).toEqual(before);
      }
      expect(edit(state, { do: 'undo' })).toBe(state);
    }),
  );
});

test('faults are told in both languages', () => {
  const ring = (...corners: [number, number][]) => shapeFault({ kind: 'polygon', corners });
  expect(ring([100, 30], [101, 31], [101, 30], [100, 31])?.zh).toContain('自相交');
  expect(ring([170, 0], [-170, 0], [-170, 9])?.en).toContain('180th meridian');
  expect(ring([100, 30], [101, 30])?.en).toBe('1 more to set.');
  expect(ring([100, 30], [101, 30], [101, 31])).toBeUndefined();
  expect(
    shapeFault({
      kind: 'box',
      corners: [
        [1, 1],
        [1, 1],
      ],
    })?.en,
  ).toContain('corners');
});

test('a box is outlined from its two corners, whichever they are', () => {
  const corners: [number, number][] = [
    [4, 1],
    [2, 3],
  ];
  expect(outlineOf({ kind: 'box', corners })).toEqual([
    [2, 1],
    [4, 1],
    [4, 3],
    [2, 3],
  ]);
});
