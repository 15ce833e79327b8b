import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Lets findings of cdk-nag stand on a construct and what is inside it: each rule with its reason. */
export const accept = (on: IConstruct, reasons: Record<string, string>): void =>
  Validations.of(on).acknowledge(
    ...Object.entries(reasons).map(([rule, reason]) => ({ id: `AwsSolutions-${rule}`, reason })),
  );
