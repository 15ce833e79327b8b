import { DefaultStackSynthesizer, type IStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../constructs/context.ts';

/** What all our stacks have in common: a name with the deployment's prefix, and no parameters. */
export class GeoStack extends Stack {
  readonly deployment: Deployment;

  constructor(scope: Construct, deployment: Deployment, id: string, description: string) {
    super(scope, id, {
      stackName: `${deployment.settings.name}-${id}`,
      description,
      terminationProtection: deployment.settings.kind === 'cloud',
      analyticsReporting: false,
      // CDK's own class is not quite its own interface under exact optional types.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
    });
    this.deployment = deployment;
  }
}
