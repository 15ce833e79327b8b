import { readFileSync } from 'node:fs';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import type { Finding, Rule } from './rule.ts';
import { readTemplate, type Templates } from './template.ts';

/** Hands the synthesized templates to the rules; CDK calls it at the end of synthesis and fails on findings. */
export const plugin = (rules: readonly Rule[]): IPolicyValidationPlugin => ({
  name: 'geoarchive',
  ruleIds: rules.map((rule) => rule.id),
  validate: ({ stackTemplates }) => {
    const paths = new Map(stackTemplates.map((s) => [s.stackConstructPath, s.templatePath]));
    const findings = check(rules, new Map([...paths].map(([stack, path]) => [stack, read(path)])));
    return {
      success: findings.length === 0,
      violations: findings.map(({ rule, stack, resource, message }) => ({
        ruleName: rule,
        description: `${stack}/${resource}: ${message}`,
        severity: 'error',
        violatingResources: [
          { resourceLogicalId: resource, templatePath: paths.get(stack) ?? stack, locations: [] },
        ],
      })),
    };
  },
});

const read = (path: string) => readTemplate(JSON.parse(readFileSync(path, 'utf8')));

/** Everything that the rules find. */
const check = (rules: readonly Rule[], templates: Templates): Finding[] =>
  rules.flatMap((rule) => rule.check(templates));
