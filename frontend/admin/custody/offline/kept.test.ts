import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { expect, test } from '@jest/globals';
import { afterSync, fresh, noted, photosOf, textOf } from './kept.ts';

const inspection = (more: Partial<Inspection> = {}): Inspection => ({
  ...{ id: 'i', version: 1, state: 'dispatched', moves: [], mayInspect: true, late: false },
  ...{ custodian: 'CNPC', authority: 'ministry', checklist: 'physical', title: '', plannedOn: '2026-12-01' },
  ...{ archive: 'NGA', node: 'CNPC', number: 'JC', checklistVersion: 1, items: [], plannedBy: '' },
  ...{ results: { answers: {}, findings: [] }, photos: [], rectifications: [], said: [] },
  ...more,
});
const answer = (result: 'pass' | 'fail') => ({ answers: { A: { result } } });
const finding = (id: string, photos: string[]) => ({ id, text: id, severity: 'minor' as const, photos });

test('what is noted while a synchronisation runs stays, on top of what arrived', () => {
  const sent = noted(fresh(inspection()), answer('pass'));
  const now = noted(sent, answer('fail'));
  const arrived = inspection({ version: 2, results: { ...answer('pass'), findings: [] } });
  expect(afterSync(now, sent, arrived)).toMatchObject({
    inspection: { version: 2 },
    ...{ results: answer('fail'), sync: now.sync, changed: true },
  });
  // Without such notes it is the server's.
  expect(afterSync(sent, sent, arrived)).toMatchObject({ results: answer('pass'), changed: false });
});

test('a completed inspection is forgotten only when all of it arrived', () => {
  const sent = noted(fresh(inspection()), answer('pass'));
  const done = inspection({ state: 'done' });
  expect(afterSync(sent, sent, done)).toBeUndefined();
  expect(afterSync(noted(sent, answer('fail')), sent, done)).toMatchObject({ results: answer('fail') });
});

test('only photos that findings name are sent', () => {
  const results = { findings: [finding('1', ['a', 'b']), finding('2', ['b', 'c'])] };
  expect(photosOf(results)).toEqual(['a', 'b', 'c']);
  expect(photosOf({ findings: [finding('1', ['a'])] })).toEqual(['a']);
});

test('what can no longer be sent can be read as text', () => {
  const results = {
    answers: { A: { result: 'fail' as const, note: '缺' } },
    findings: [finding('破损', [])],
  };
  expect(textOf(results)).toBe('A fail 缺\nminor 破损');
});
