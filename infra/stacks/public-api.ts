import { routes } from '@geoarchive/contract/routes.ts';
import { impacts } from '@geoarchive/domain/impacts.ts';
import type { Construct } from 'constructs';
import { Api } from '../constructs/api.ts';
import { guard } from '../constructs/authorizer.ts';
import type { Deployment, PlaneContext } from '../constructs/context.ts';
import { Firewall } from '../constructs/firewall.ts';
import { publicSettings } from '../constructs/public-settings.ts';
import { Site } from '../constructs/site.ts';
import type { BackboneStack } from './backbone.ts';
import type { Identity } from './identity-port.ts';
import type { IntakeStack } from './intake.ts';
import type { PortalStack } from './portal.ts';
import { GeoStack } from './stack.ts';

export type PublicParts = {
  backbone: BackboneStack;
  identity: Identity;
  intake: IntakeStack;
  portal: PortalStack;
};

/** What the internet reaches: the API of intake and portal, and the two sites before it. */
export class PublicApiStack extends GeoStack {
  readonly api: Api;
  readonly submit: Site;
  readonly portal: Site;

  constructor(scope: Construct, deployment: Deployment, parts: PublicParts) {
    super(scope, deployment, 'public-api', 'GeoArchive: public API, submission site, portal site');
    const { backbone, identity, intake, portal } = parts;
    const context: PlaneContext = { deployment, owner: 'shared', alarmTopic: backbone.alarms };
    this.api = new Api(this, 'Public', context, {
      api: 'public',
      routes: Object.values(routes),
      modules: {
        about: portal.portalApi,
        intake: intake.intakeApi,
        identity: intake.identityApi,
        documents: intake.documents,
        notices: intake.notices,
        cases: intake.cases,
        verification: intake.verification,
        calendar: intake.intakeApi,
        feeds: intake.feeds,
        reports: intake.reports,
        service: intake.service,
        delivery: portal.deliveryApi,
        portal: portal.portalApi,
        area: portal.area,
      },
      slow: { reports: 10 },
      guard: guard(this, context, 'public-authorizer', identity.issuer('public')),
      errorImpact: impacts.publicGateway,
    });
    new Firewall(this, 'PublicFirewall', {
      api: this.api.rest,
      rate: 10_000,
      slow: { path: '/api/reports/', rate: 300 },
    });
    const site = { deployment, api: this.api.rest };
    const config = { ...publicSettings(deployment.settings), identity: identity.siteConfig('public') };
    this.submit = new Site(this, 'SubmitSite', { ...site, site: 'submit', config });
    this.portal = new Site(this, 'PortalSite', { ...site, site: 'portal', config });
  }
}
