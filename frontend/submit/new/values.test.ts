import { depositInput } from '@geoarchive/contract/deposits.ts';
import { describe, expect, test } from '@jest/globals';
import { fromTask, regionOf, toForm, toInput } from './values.ts';

const filled = {
  title: '大冶铁矿勘探报告',
  dataKind: 'result' as const,
  dataClass: 'mineral-exploration',
  source: 'mining-right' as const,
  keywords: ['铁矿'],
  regionTexts: ['420000 湖北省', 'nonsense'],
  box: { west: 114.5, south: 30, east: 115, north: 30.5 },
  producer: '',
};

describe('toInput', () => {
  test('gives what the contract takes', () => {
    const input = depositInput.parse(toInput(filled, 'public'));
    expect(input).toMatchObject({
      title: '大冶铁矿勘探报告',
      secrecy: 'public',
      bbox: [114.5, 30, 115, 30.5],
      regions: [{ code: '420000', name: '湖北省' }],
    });
    expect(input.producer).toBeUndefined();
  });

  test('half a box is no box', () => {
    expect(toInput({ ...filled, box: { west: 1, south: 2 } }, 'public').bbox).toBeUndefined();
  });

  test('a stub goes along with a state secret and never without', () => {
    const stub = { carrierSlip: 'X-1', place: '库房' };
    expect(toInput({ ...filled, stub }, 'secret').stub).toEqual(stub);
    expect(toInput({ ...filled, stub }, 'internal').stub).toBeUndefined();
  });
});

test.each([
  ['420000 湖北省', { code: '420000', name: '湖北省' }],
  ['４２００００湖北省', { code: '420000', name: '湖北省' }],
  ['湖北省', undefined],
  ['42 湖北', undefined],
])('region %s', (text, region) => expect(regionOf(text)).toEqual(region));

test('a deposit goes into the form and comes out the same', () => {
  const input = depositInput.parse(toInput(filled, 'public'));
  const deposit = {
    ...input,
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    node: 'HB',
    organisation: 'org',
    createdBy: 'a',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    version: 1,
    state: 'open' as const,
    round: 1,
    counts: { registered: 0, inspected: 0, bytes: 0 },
    moves: [],
  };
  expect(toInput(toForm(deposit), 'public')).toEqual({ ...input, node: 'HB' });
});

test('a task fills in what it knows', () => {
  expect(
    fromTask({
      id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      number: 'T1',
      name: '某矿',
      source: 'mining-right',
      organisation: 'o',
      node: 'HB',
      due: '2026-01-01',
      state: 'open',
      licenceEnd: '2026-02-01',
    }),
  ).toEqual({
    taskId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    title: '某矿',
    source: 'mining-right',
    node: 'HB',
    licenceEnd: '2026-02-01',
  });
});
