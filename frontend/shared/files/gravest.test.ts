import { expect, test } from '@jest/globals';
import { gravest } from './gravest.ts';

const of = (...severities: ('error' | 'warning' | 'info')[]) =>
  gravest(severities.map((severity) => ({ code: 'c', severity, message: { zh: '', en: '' } })));

test('the gravest finding decides', () => {
  expect(of('info', 'error', 'warning')).toBe('error');
  expect(of('info', 'warning')).toBe('warning');
  expect(of('info')).toBe('info');
  expect(of()).toBe('none');
});
