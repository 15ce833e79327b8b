import { describe, expect, test } from '@jest/globals';
import type { Finding } from './examine.ts';
import { type Service, services } from './probes/probe.ts';
import { judge, reportOf } from './verdict.ts';

const can = (service: Service, name = 'all'): Finding => ({ service, name, needed: true });
const cannot = (service: Service, name: string, needed: boolean): Finding => ({
  service,
  name,
  needed,
  problem: `${name}: no`,
});
const everything = services.map((service) => can(service));

describe('an endpoint', () => {
  test('that can do everything serves everything', () => {
    expect(judge(everything)).toEqual({ served: [...services], stoodIn: [], missing: [], unguarded: [] });
  });
  test.each(['s3', 'kms', 'cognito-idp'] as const)(
    'that lacks what is needed of %s is stood in for',
    (service) => {
      const verdict = judge([...everything, cannot(service, 'it', true)]);
      expect(verdict.stoodIn).toEqual([service]);
      expect(verdict.served).toEqual(services.filter((other) => other !== service));
      expect(verdict.missing).toEqual([]);
    },
  );
  test.each(['dynamodb', 'sqs', 'sns'] as const)(
    'that lacks what is needed of %s cannot be used',
    (service) => {
      const lack = cannot(service, 'it', true);
      const verdict = judge([...everything, lack]);
      expect(verdict.missing).toEqual([lack]);
      expect(verdict.stoodIn).toEqual([]);
      expect(verdict.served).not.toContain(service);
    },
  );
  test('that lacks a safeguard is used, and the lack is named', () => {
    const lack = cannot('s3', 'refusing', false);
    expect(judge([...everything, lack])).toMatchObject({ served: [...services], unguarded: [lack] });
  });
  test('is not blamed for safeguards of a service that is stood in', () => {
    const found = [...everything, cannot('s3', 'refusing', false), cannot('s3', 'links', true)];
    expect(judge(found)).toMatchObject({ stoodIn: ['s3'], unguarded: [], missing: [] });
  });
});

describe('sparing an endpoint a service', () => {
  test('lets the local run serve it', () => {
    expect(judge(everything, ['s3', 'kms']).stoodIn).toEqual(['s3', 'kms']);
  });
  test.each(['dynamodb', 's4', ''])('is refused where nothing stands in: %s', (name) => {
    expect(() => judge(everything, [name])).toThrow('s3, kms, cognito-idp');
  });
});

test('the report names every thing, why it is missing and what follows', () => {
  const found = [
    can('sqs', 'queues'),
    cannot('kms', 'signatures', true),
    cannot('sqs', 'dead letters', false),
  ];
  const report = reportOf(found, judge(found));
  expect(report).toMatch(/^yes {2}sqs +queues$/m);
  expect(report).toMatch(/^NO {3}kms +signatures\n +signatures: no$/m);
  expect(report).toMatch(/^Stood in by the local run: +kms$/m);
  expect(report).toMatch(/^Missing, nothing stands in: +none$/m);
  expect(report).toMatch(/^Safeguards the endpoint lacks: +sqs: dead letters$/m);
});
