import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

export type FirewallProps = {
  api: RestApi;
  /** Requests per address in five minutes. */
  rate: number;
  /** A path that anybody may write to, with a limit of its own. */
  slow?: { path: string; rate: number };
  /** Only requests that carry this header are let through: those that came through the site. */
  only?: { header: string; value: string };
};

const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

const often = (limit: number) => ({
  limit,
  aggregateKeyType: 'FORWARDED_IP',
  forwardedIpConfig: { headerName: 'X-Forwarded-For', fallbackBehavior: 'MATCH' },
});

const managed = (name: string, priority: number, except: string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      // Counted, not blocked: file lists and metadata are long.
      ruleActionOverrides: except.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seen(name),
});

/** The web firewall before an API: known bad input, too many requests, and whoever goes round the site. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const rules: CfnWebACL.RuleProperty[] = [
      managed('AWSManagedRulesCommonRuleSet', 1, ['SizeRestrictions_BODY']),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
      {
        name: 'TooMany',
        priority: 3,
        action: { block: {} },
        statement: { rateBasedStatement: often(props.rate) },
        visibilityConfig: seen('TooMany'),
      },
    ];
    if (props.only) rules.push(this.#only(props.only));
    if (props.slow) rules.push(this.#slow(props.slow));
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: props.only ? { block: {} } : { allow: {} },
      rules,
      visibilityConfig: seen(id),
    });
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: props.api.deploymentStage.stageArn,
      webAclArn: acl.attrArn,
    });
  }

  #slow({ path, rate }: { path: string; rate: number }): CfnWebACL.RuleProperty {
    return {
      name: 'TooManyThere',
      priority: 5,
      action: { block: {} },
      statement: {
        rateBasedStatement: {
          ...often(rate),
          scopeDownStatement: {
            byteMatchStatement: {
              fieldToMatch: { uriPath: {} },
              positionalConstraint: 'STARTS_WITH',
              searchString: path,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
        },
      },
      visibilityConfig: seen('TooManyThere'),
    };
  }

  #only(only: { header: string; value: string }): CfnWebACL.RuleProperty {
    return {
      name: 'ThroughTheSite',
      priority: 4,
      action: { allow: {} },
      statement: {
        byteMatchStatement: {
          fieldToMatch: { singleHeader: { Name: only.header } },
          positionalConstraint: 'EXACTLY',
          searchString: only.value,
          textTransformations: [{ priority: 0, type: 'NONE' }],
        },
      },
      visibilityConfig: seen('ThroughTheSite'),
    };
  }
}
