import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sourceOf } from './source.ts';

describe('where a call comes from', () => {
  test('through the site: its viewer, and the edge as peer', () => {
    expect(sourceOf('203.0.113.7, 130.176.0.1', '130.176.0.1')).toEqual({
      visitor: '203.0.113.7',
      peer: '130.176.0.1',
    });
  });
  test('what a viewer wrote before it counts for nothing', () => {
    expect(sourceOf('198.51.100.1, 203.0.113.7, 130.176.0.1', '130.176.0.1').visitor).toBe('203.0.113.7');
  });
  test('past the site the peer is still who it is, whatever the header says', () => {
    expect(sourceOf('198.51.100.9, 203.0.113.7', '203.0.113.7')).toEqual({
      visitor: '198.51.100.9',
      peer: '203.0.113.7',
    });
  });
  test('without hops, the one who connected', () => {
    expect(sourceOf('127.0.0.1', '127.0.0.1')).toEqual({ visitor: '127.0.0.1', peer: '127.0.0.1' });
    expect(sourceOf(undefined, undefined)).toEqual({ visitor: 'unknown', peer: 'unknown' });
  });
  test('an IPv6 address counts by its network, however it is written', () => {
    for (const one of ['2001:db8:1:2::9', '2001:0db8:0001:0002:aaaa:0:0:1', '2001:db8:1:2:3:4:5:6'])
      expect(sourceOf(`${one}, 130.176.0.1`, '130.176.0.1').visitor).toBe('2001:db8:1:2');
    expect(sourceOf(undefined, '::1').peer).toBe('0:0:0:0');
    expect(sourceOf(undefined, '::ffff:192.0.2.1').peer).toBe('192.0.2.1');
  });
  test('whatever the header holds, there is an answer and the peer is never taken from it', () => {
    fc.assert(
      fc.property(fc.string(), fc.ipV4(), (header, ip) => {
        expect(sourceOf(header, ip).peer).toBe(ip);
        expect(sourceOf(header, ip).visitor).not.toBe('');
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        expect(sourceOf(undefined, ip).peer).toMatch(/^[\da-f:.]+$/);
      }),
    );
  });
});
