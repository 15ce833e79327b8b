import { expect, test } from '@jest/globals';
import { formatListState, type ListState, parseListState } from '../../list/url-state.ts';
import { holeSearchShape, onMap, sortOf, soughtHolesOf } from './shape.ts';

const at = (address: string): ListState => parseListState(new URLSearchParams(address), holeSearchShape);

test('an address becomes a question, and the state becomes the address again', () => {
  const address =
    'q=ZK&sort=finished&curve=GR&curve=DEN&holeType=oil-gas&bbox=110%2C30%2C111%2C31&finishedFrom=2020-01-01&curveFrom=1000&curveTo=1800';
  expect(soughtHolesOf(at(address))).toEqual({
    q: 'ZK',
    curve: ['GR', 'DEN'],
    holeType: ['oil-gas'],
    bbox: [110, 30, 111, 31],
    finishedFrom: '2020-01-01',
    curveFrom: 1000,
    curveTo: 1800,
  });
  expect(sortOf(at(address))).toBe('finished');
  expect(at(formatListState(at(address)).toString())).toEqual(at(address));
});

test.each([
  'bbox=1,2,3',
  'finishedFrom=2020',
  'finishedTo=2020-19-01',
  'curveFrom=deep',
  'curveTo=-4',
  'sort=x',
  'foo=1',
])('%s is left out', (address) => {
  expect(soughtHolesOf(at(address))).toEqual({});
  expect(sortOf(at(address))).toBe('number');
});

test('the map does not ask for depths of curves', () => {
  expect(onMap(soughtHolesOf(at('curve=GR&curveFrom=5')))).toEqual({ curve: ['GR'] });
});
