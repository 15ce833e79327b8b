import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { mayReach, type OutsideRules, outsideAddress } from './addresses.ts';

const rules: OutsideRules = { ports: [443, 8443], loopback: false };
const local: OutsideRules = { ...rules, loopback: true };

describe('addresses of the public internet', () => {
  test.each([
    ...['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '127.0.0.1', '127.255.255.254', '0.0.0.0'],
    ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192', '192.0.2.1', '198.18.0.1'],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
    ],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      '::127.0.0.1',
    ],
    ...['not an address', '', '127.1', '0x7f.0.0.1', '2130706433'],
  ])('%s is not', (address) => expect(mayReach(address, rules)).toBe(false));

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2606:4700:4700::1111', '240e::1'])(
    '%s is',
    (address) => expect(mayReach(address, rules)).toBe(true),
  );

  test('this machine, and no other private network, where a setting allows it', () => {
    expect(['127.0.0.1', '::1', '127.9.9.9'].map((one) => mayReach(one, local))).toEqual([true, true, true]);
    expect(['10.0.0.1', '169.254.169.254', 'fe80::1'].map((one) => mayReach(one, local))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('no IPv4 comes in by the notations of IPv6 that hold one', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const hex = [a * 256 + b, c * 256 + d].map((n) => n.toString(16)).join(':');
        for (const wrapped of [`::ffff:${hex}`, `64:ff9b::${hex}`, `2002:${hex}::`, `::${hex}`])
          expect(mayReach(wrapped, rules)).toBe(false);
      }),
    );
  });
});

describe('what an address may be', () => {
  test.each([
    ['hooks.example.cn', 'not-an-address'],
    ['', 'not-an-address'],
    ['http://hooks.example.cn/', 'not-https'],
    ['ftp://hooks.example.cn/', 'not-https'],
    ['file:///etc/passwd', 'not-an-address'],
    ['https://user:word@hooks.example.cn/', 'with-password'],
    ['https://hooks.example.cn:22/', 'port'],
    ['https://hooks.example.cn:80/', 'port'],
    ['https://127.0.0.1/', 'not-public'],
    ['https://127.1/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://0x7f000001/', 'not-public'],
    ['https://0177.0.0.1/', 'not-public'],
    ['https://017700000001/', 'not-public'],
    ['https://1２7.0.0.1/', 'not-public'],
    ['https://169.254.169.254/latest/meta-data/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://[::ffff:127.0.0.1]/', 'not-public'],
    ['https://[::ffff:a00:1]:8443/', 'not-public'],
    ['https://[fe80::1]/', 'not-public'],
    ['http://127.0.0.1:9000/', 'not-https'],
  ])('%s: %s', (text, fault) => expect(outsideAddress(text, rules)).toBe(fault));

  test('https on the ports that are set', () => {
    for (const text of [
      'https://hooks.example.cn/a?b=c',
      'https://hooks.example.cn:8443/',
      'https://8.8.8.8/',
    ])
      expect(String(outsideAddress(text, rules))).toBe(text);
    expect(String(outsideAddress('https://接收.example/#part', rules))).toBe('https://xn--gzuu8a.example/');
  });

  test('plain http to this machine only, and only where a setting allows it', () => {
    expect(outsideAddress('http://127.0.0.1:9000/', local)).toBeInstanceOf(URL);
    expect(outsideAddress('http://localhost:9000/', local)).toBeInstanceOf(URL);
    expect(outsideAddress('http://hooks.example.cn/', local)).toBe('not-https');
    expect(outsideAddress('https://10.0.0.1/', local)).toBe('not-public');
    expect(outsideAddress('http://localhost.example.cn/', local)).toBe('not-https');
  });
});
