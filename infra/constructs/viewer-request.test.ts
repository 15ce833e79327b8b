import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { viewerRequest } from './viewer-request.ts';

type Answer = { uri?: string; statusCode?: number };

/** Runs the code as CloudFront would: one call of `handler` with the viewer's address. */
const call = (code: string, uri: string, ip = '203.0.113.9'): Answer =>
  runInNewContext(`${code}; handler(event)`, { event: { request: { uri }, viewer: { ip } } });

describe('pages of the site', () => {
  const code = viewerRequest({ spa: true });
  test.each([
    ['/', '/index.html'],
    ['/deposits/01J/files', '/index.html'],
    ['/v1.2/deposits', '/index.html'],
    ['/assets/main.abc.js', '/assets/main.abc.js'],
    ['/config.json', '/config.json'],
  ])('%s is answered with %s', (asked, served) => expect(call(code, asked).uri).toBe(served));
});

describe('addresses', () => {
  const code = viewerRequest({ spa: false, ranges: ['203.0.113.0/24', '198.51.100.7/32'] });
  test.each(['203.0.113.0', '203.0.113.255', '198.51.100.7'])('%s is let in', (ip) =>
    expect(call(code, '/api/archive/reviews', ip).uri).toBe('/api/archive/reviews'),
  );
  test.each(['203.0.112.255', '203.0.114.0', '198.51.100.8', '2001:db8::1', ''])('%s is kept out', (ip) =>
    expect(call(code, '/api/archive/reviews', ip).statusCode).toBe(403),
  );
  test('a range of everything lets everybody with an IPv4 address in', () => {
    expect(call(viewerRequest({ spa: true, ranges: ['0.0.0.0/0'] }), '/a', '255.255.255.255').uri).toBe(
      '/index.html',
    );
  });
});

test('the code stays under what CloudFront takes (10 kB)', () => {
  const ranges = Array.from({ length: 100 }, (_, n) => `203.0.113.${n}/32`);
  expect(viewerRequest({ spa: true, ranges }).length).toBeLessThan(10_000);
});
