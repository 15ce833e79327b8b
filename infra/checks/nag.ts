import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/**
 * Findings that name the resource they are about, and so cannot be acknowledged by their rule alone. Those that
 * concern one construct only are accepted where it is made (`constructs/accept.ts`).
 */
export const accepted: readonly { finding: RegExp; reason: string }[] = [
  {
    finding: /^AwsSolutions-IAM5\[Resource::.+[>\w]\/index\/\*\]$/,
    reason: 'The indexes of one known table.',
  },
  {
    finding:
      /^AwsSolutions-IAM5\[Resource::.+[>\w]\/(files|bundles|dossiers|documents|evidence|answers|holes|holes\/content|holes\/curves|hole-imports|reports|delivery|custody)\/\*\]$/,
    reason: 'The keys under one prefix of one known bucket.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::<(Hole)?IndexBucket\w+\.Arn>\/\*\]$/,
    reason: 'The index is the whole of its bucket.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::arn:.+:es:.+:domain\/[\w-]+\/[\w-]+-catalogue-v\*(\/_search)?\]$/,
    reason: 'The versions of the one index in the one search domain that the settings name.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    reason: 'X-Ray knows no resources; our own rule `wildcard` refuses every other action on *.',
  },
  {
    finding: /^AwsSolutions-IAM4\[Policy::.+\/AmazonAPIGatewayPushToCloudWatchLogs\]$/,
    reason: "AWS's own policy for this one purpose: the gateway writes into groups that it names itself.",
  },
];

const isAccepted = (finding: string): boolean => accepted.some((a) => a.finding.test(finding));

/** cdk-nag's AwsSolutions pack, without the findings accepted above. */
export function nag(app: IConstruct): IPolicyValidationPlugin {
  const pack = new AwsSolutionsChecks(app);
  return {
    name: pack.name,
    validate: (context) => {
      const violations = pack.validate(context).violations.filter((v) => !isAccepted(v.ruleName));
      return { success: violations.length === 0, violations };
    },
  };
}
