import { expect, test } from '@jest/globals';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Settings } from '../settings.ts';
import { stubApp } from '../testing/stub-app.ts';
import { accepted } from './nag.ts';

const engines: Settings['searchEngine'][] = [
  { kind: 'snapshot' },
  { kind: 'opensearch', domainName: 'catalogue', endpoint: 'https://search.example.org' },
];

/** What cdk-nag finds in the stacks before the accepted findings are taken out. */
const findings = (searchEngine: Settings['searchEngine']): string[] => {
  const app = stubApp('local', (s) => ({ ...s, searchEngine }));
  return new AwsSolutionsChecks(app).validateScope(app).violations.map((v) => v.ruleName);
};

test('every finding left is accepted with a reason, and no acceptance is left over', () => {
  const found = engines.flatMap(findings);
  const unused = accepted.filter((a) => !found.some((f) => a.finding.test(f)));
  expect(unused.map((a) => a.finding.source)).toEqual([]);
  expect(found.filter((f) => !accepted.some((a) => a.finding.test(f)))).toEqual([]);
  expect(accepted.every((a) => a.reason.length > 20)).toBe(true);
}, 120_000);

test('wildcards that say less than a prefix are not accepted', () => {
  const tooBroad = [
    'AwsSolutions-IAM5[Action::s3:*]',
    'AwsSolutions-IAM5[Resource::<IntakeBucket8068C236.Arn>/*]',
    'AwsSolutions-IAM5[Resource::arn:aws:s3:::*]',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:es:<AWS::Region>:<AWS::AccountId>:domain/catalogue/*]',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AdministratorAccess]',
  ];
  for (const finding of tooBroad) expect(accepted.some((a) => a.finding.test(finding))).toBe(false);
});
