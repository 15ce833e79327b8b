import { changeCodeList } from '@geoarchive/contract/codes.ts';
import { expect, test } from '@jest/globals';
import { editOf } from './change-values.ts';

const reason = '按通知';
test.each([
  [
    editOf.add('minerals', { slug: ' tellurium ', zh: '碲矿', en: '', from: '', parent: 'rare', reason }),
    { kind: 'add', slug: 'tellurium', code: '', name: { zh: '碲矿', en: '碲矿' }, parent: 'rare' },
  ],
  [
    editOf.add('regions', { code: '420699', zh: '新区', en: 'New', from: '2026-12-01', reason }),
    { kind: 'add', slug: '420699', code: '420699', name: { zh: '新区', en: 'New' }, from: '2026-12-01' },
  ],
  [
    editOf.rename('gold', { zh: '金', en: 'Gold', from: '2026-12-01', reason }),
    { kind: 'rename', slug: 'gold', name: { zh: '金', en: 'Gold' }, from: '2026-12-01' },
  ],
  [
    editOf.retire('gold', { to: '2026-12-01', reason }),
    { kind: 'retire', slug: 'gold', to: '2026-12-01', replacedBy: [] },
  ],
])('%j is what the API takes', (edit, expected) => {
  expect(edit).toEqual(expected);
  expect(changeCodeList.body.parse({ edit, reason })).toEqual({ edit: expected, reason });
});
