import { App } from 'aws-cdk-lib';
import type { Deployment } from './constructs/context.ts';
import { ArchiveStack } from './stacks/archive.ts';
import { BackboneStack } from './stacks/backbone.ts';
import { identityFor } from './stacks/identity-port.ts';
import { IntakeStack } from './stacks/intake.ts';
import { InternalApiStack } from './stacks/internal-api.ts';
import { OperationsStack } from './stacks/operations.ts';
import { PortalStack } from './stacks/portal.ts';
import { PublicApiStack } from './stacks/public-api.ts';

export type AppOptions = {
  outdir?: string;
  flags?: Record<string, unknown>;
  /** CDK's own check of the templates against CloudFormation's schemas; on unless said. */
  validate?: boolean;
};

/**
 * The stacks of one deployment. A stack uses only those above it, so they can be deployed in this order:
 * backbone, identity, portal, intake, archive, the two APIs, operations.
 */
export function makeApp(deployment: Deployment, options: AppOptions = {}): App {
  const app = new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: options.validate ?? true,
    ...(options.flags && { context: options.flags }),
    ...(options.outdir && { outdir: options.outdir }),
  });
  const backbone = new BackboneStack(app, deployment);
  const identity = identityFor(app, deployment);
  const portal = new PortalStack(app, deployment, backbone);
  const intake = new IntakeStack(app, deployment, backbone, identity.people);
  const archive = new ArchiveStack(app, deployment, backbone, { intake, portal }, identity.staff);
  const publicApi = new PublicApiStack(app, deployment, { backbone, identity, intake, portal });
  const internalApi = new InternalApiStack(app, deployment, { backbone, identity, intake, archive, portal });
  for (const api of [publicApi, internalApi]) api.addStackDependency(backbone);
  new OperationsStack(app, deployment, { planes: [intake, archive, portal], publicApi, internalApi });
  return app;
}
