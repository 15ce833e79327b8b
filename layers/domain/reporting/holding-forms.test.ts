import { expect, test } from '@jest/globals';
import { formOf } from './holding-forms.ts';

const physical = (category: string | undefined, count: number, unit: string) =>
  formOf({ kind: 'physical', category, count, unit });

test('a set of original data counts as one; a physical one by its amount, where that is in the unit of its form', () => {
  expect(formOf({ kind: 'original', category: '测井', count: 40, unit: '件' })).toEqual({
    form: 'original',
    amount: 1,
  });
  expect(physical('岩心', 12.5, '米')).toEqual({ form: 'core', amount: 12.5 });
  expect(physical('Core', 3, ' M ')).toEqual({ form: 'core', amount: 3 });
  expect(physical('光薄片', 9, '片')).toEqual({ form: 'sections', amount: 9 });
  // Pieces of core are samples, boxes of it are no metres.
  expect(physical('岩心样品', 4, '件')).toEqual({ form: 'samples', amount: 4 });
  expect(physical('岩心', 36, '箱')).toEqual({ amount: 36 });
  expect(physical(undefined, 2, '件')).toEqual({ amount: 2 });
});
