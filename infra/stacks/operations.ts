import { Dashboard, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type Deployment, pascal } from '../constructs/context.ts';
import { runbookFile } from '../constructs/runbook.ts';
import { overview, planeRows } from '../constructs/widgets.ts';
import type { InternalApiStack } from './internal-api.ts';
import type { PlaneStack } from './plane-stack.ts';
import type { PublicApiStack } from './public-api.ts';
import { GeoStack } from './stack.ts';

export type Watched = {
  planes: readonly PlaneStack[];
  publicApi: PublicApiStack;
  internalApi: InternalApiStack;
};

/** Dashboards: one over everything, one per plane. They are made of what the constructs say about themselves. */
export class OperationsStack extends GeoStack {
  constructor(scope: Construct, deployment: Deployment, watched: Watched) {
    super(scope, deployment, 'operations', 'GeoArchive: dashboards');
    const { name } = deployment.settings;
    const apis = [watched.publicApi.api.rest, watched.internalApi.api.rest];
    new Dashboard(this, 'Overview', {
      dashboardName: `${name}-overview`,
      widgets: [
        [new TextWidget({ markdown: `# ${name}\n${runbookFile}`, width: 24, height: 2 })],
        ...overview(watched.planes, apis),
      ],
    });
    for (const plane of watched.planes)
      new Dashboard(this, `${pascal(plane.plane)}Plane`, {
        dashboardName: `${name}-${plane.plane}`,
        widgets: planeRows(plane),
      });
  }
}
