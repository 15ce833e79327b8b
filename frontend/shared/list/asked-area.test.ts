import { expect, test } from '@jest/globals';
import type { Box } from '../format/coordinates.ts';
import { seenOf } from './asked-area.ts';

test.each<[string, Box, Box | undefined, Box | undefined]>([
  ['without an area the whole view', [100, 20, 110, 30], undefined, [100, 20, 110, 30]],
  ['an area within the view', [100, 20, 110, 30], [102, 22, 103, 23], [102, 22, 103, 23]],
  ['a view within the area', [102, 22, 103, 23], [100, 20, 110, 30], [102, 22, 103, 23]],
  ['a corner of both', [100, 20, 110, 30], [105, 25, 120, 40], [105, 25, 110, 30]],
  ['nothing in common', [100, 20, 110, 30], [111, 20, 120, 30], undefined],
  ['across 180°', [170, 0, -170, 10], [-175, 5, -160, 20], [-175, 5, -170, 10]],
])('%s', (_, view, area, seen) => expect(seenOf(view, area)).toEqual(seen));
