import type { Transfer, TransferList } from '@geoarchive/contract/transfers.ts';
import { transferListSheet, transferSheet } from '@geoarchive/domain/transfer/transfer-sheet.ts';
import { expect, test } from '@jest/globals';
import { listValues, transferValues } from './values.ts';

const [a, b] = ['01KAJ5M7N8P9Q0R1S2T3V4W5Z1', '01KAJ5M7N8P9Q0R1S2T3V4W5Z2'] as const;
const [list, later] = ['01KAJ5M7N8P9Q0R1S2T3V4W5Z3', '01KAJ5M7N8P9Q0R1S2T3V4W5Z4'] as const;
const at = '2026-11-22T02:00:00.000Z';
const sent = { by: '王', at, on: '2026-11-22', sha256: 'a'.repeat(64) };
const transfer = (id: string, more: Partial<Transfer>): Transfer => ({
  ...{ id, version: 1, node: 'HB', to: 'NGA', route: 'national', dossierId: id, archiveNumber: 'd1' },
  ...{ accepted: '2026-09-01', due: '2026-11-30', late: false, moves: [], readable: true, state: 'due' },
  dossier: { title: '报告', secrecy: 'public', submitter: 'MINE', files: 2, bytes: 20 },
  ...more,
});
const refused = { reason: '缺附图', by: '李', at, list: 'YJ-HB-2026-00001' };

const isOf = (sheet: { columns: readonly { key: string }[] }, values: object) => {
  const keys = sheet.columns.map(({ key }) => key);
  expect(Object.keys(values).filter((key) => !keys.includes(key))).toEqual([]);
};

test('a transfer says why it is exempt or was refused, as long as it is', () => {
  const exempted = { ground: 'small-deposit' as const, reason: '小型', by: '王', at };
  const exempt = transferValues(transfer(a, { state: 'exempt', exempted }));
  expect(exempt).toMatchObject({ state: 'exempt', ground: 'small-deposit', reason: '小型' });
  isOf(transferSheet, exempt);
  const on = { ...sent, listId: later, list: 'YJ-HB-2026-00002' };
  expect(transferValues(transfer(a, { state: 'refused', refused, sent: on }))).toMatchObject({
    ...{ reason: '缺附图', list: 'YJ-HB-2026-00002', sent: '2026-11-22' },
  });
  expect(transferValues(transfer(a, { state: 'sent', refused, sent: on }))).not.toHaveProperty('reason');
});

test('a list says of each dossier what became of it on this list, not on a later one', () => {
  const item = { archiveNumber: 'd1', files: 2, bytes: 20, sha256: 'a'.repeat(64) };
  const of: TransferList = {
    ...{ id: list, number: 'YJ-HB-2026-00001', node: 'HB', to: 'NGA', by: '王', at },
    items: [
      { ...item, transferId: a, dossierId: a },
      { ...item, transferId: b, dossierId: b, archiveNumber: 'd2' },
    ],
    transfers: [
      transfer(a, {
        state: 'received',
        sent: { ...sent, listId: list, list: 'YJ-HB-2026-00001' },
        received: { by: '李', at, on: '2026-11-23' },
      }),
      transfer(b, { state: 'sent', refused, sent: { ...sent, listId: later, list: 'YJ-HB-2026-00002' } }),
    ],
  };
  const [first, second] = listValues(of);
  expect(first).toMatchObject({ state: 'received', received: '2026-11-23', sent: '2026-11-22', files: 2 });
  expect(second).toMatchObject({ archiveNumber: 'd2', reason: '缺附图' });
  expect(second).not.toHaveProperty('state');
  for (const line of listValues(of)) isOf(transferListSheet, line);
});
