import { perResource } from '../rule.ts';
import { placed } from '../template.ts';

/** They bring functions of CDK's own along, with rights and runtimes nobody here looks after. */
export const customResource = perResource(
  'custom-resource',
  'No template holds a custom resource',
  (templates) => placed(templates),
  ({ resource }) =>
    resource.Type.startsWith('Custom::') || resource.Type === 'AWS::CloudFormation::CustomResource'
      ? [`is a ${resource.Type}`]
      : [],
);
