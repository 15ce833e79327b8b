import { routes } from '@geoarchive/contract/routes.ts';
import { impacts } from '@geoarchive/domain/impacts.ts';
import { InterfaceVpcEndpoint, type IVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { Api } from '../constructs/api.ts';
import { guard } from '../constructs/authorizer.ts';
import type { Deployment, PlaneContext } from '../constructs/context.ts';
import { Firewall } from '../constructs/firewall.ts';
import { publicSettings } from '../constructs/public-settings.ts';
import { Site } from '../constructs/site.ts';
import type { ArchiveStack } from './archive.ts';
import type { BackboneStack } from './backbone.ts';
import type { Identity } from './identity-port.ts';
import type { IntakeStack } from './intake.ts';
import type { PortalStack } from './portal.ts';
import { GeoStack } from './stack.ts';

export type InternalParts = {
  backbone: BackboneStack;
  identity: Identity;
  intake: IntakeStack;
  archive: ArchiveStack;
  portal: PortalStack;
};

/** Name of the header by which the API knows that a request came through the admin site. */
const throughSite = 'x-geoarchive-origin';

/**
 * What staff reach: the archive's API, the operations of each plane, the admin site. Either from named addresses through CloudFront, or
 * through VPC endpoints only; then a web server of the institution's own network serves the site.
 */
export class InternalApiStack extends GeoStack {
  readonly api: Api;
  readonly admin?: Site;

  constructor(scope: Construct, deployment: Deployment, parts: InternalParts) {
    super(scope, deployment, 'internal-api', 'GeoArchive: internal API, admin site');
    const { backbone, identity, intake, archive, portal } = parts;
    const { internalAccess } = deployment.settings;
    const context: PlaneContext = { deployment, owner: 'shared', alarmTopic: backbone.alarms };
    this.api = new Api(this, 'Internal', context, {
      api: 'internal',
      routes: Object.values(routes),
      modules: {
        // Beside what it does itself, the function whose bundle has room for what the API says of itself.
        about: archive.supervision,
        archive: archive.archiveApi,
        jobs: archive.archiveApi,
        calendar: archive.archiveApi,
        codes: archive.supervision,
        preview: archive.preview,
        documents: archive.documents,
        notices: archive.notices,
        cases: archive.cases,
        custody: archive.custody,
        subsurface: archive.subsurface,
        reporting: archive.reporting,
        supervision: archive.supervision,
        service: archive.service,
        'audit/intake': intake.operations,
        'audit/archive': archive.operations,
        'audit/portal': portal.operations,
        'operations/intake': intake.operations,
        'operations/archive': archive.operations,
        'operations/portal': portal.operations,
      },
      guard: guard(this, context, 'internal-authorizer', identity.issuer('staff')),
      errorImpact: impacts.internalGateway,
      ...(internalAccess.kind === 'private' && { privately: this.#privately(internalAccess.vpcEndpointIds) }),
    });
    if (internalAccess.kind === 'private') {
      new Firewall(this, 'InternalFirewall', { api: this.api.rest, rate: 10_000 });
      return;
    }
    const secret = this.#originSecret();
    new Firewall(this, 'InternalFirewall', {
      api: this.api.rest,
      rate: 10_000,
      only: { header: throughSite, value: secret },
    });
    this.admin = new Site(this, 'AdminSite', {
      deployment,
      site: 'admin',
      api: this.api.rest,
      originHeaders: { [throughSite]: secret },
      ranges: internalAccess.ranges,
      config: { ...publicSettings(deployment.settings), identity: identity.siteConfig('staff') },
    });
  }

  /** Made by the account, known to CloudFront and the firewall only. */
  #originSecret(): string {
    const secret = new Secret(this, 'OriginSecret', {
      description: 'GeoArchive: shows the internal API that a request came through the admin site',
      generateSecretString: { excludePunctuation: true, passwordLength: 40 },
    });
    accept(secret, { SMG4: 'Rotating it needs CloudFront and firewall changed together: by a deployment.' });
    return secret.secretValue.unsafeUnwrap();
  }

  #privately(ids: readonly string[]): { endpoints: IVpcEndpoint[]; policy: PolicyDocument } {
    const all = {
      principals: [new AnyPrincipal()],
      actions: ['execute-api:Invoke'],
      resources: ['execute-api:/*'],
    };
    return {
      endpoints: ids.map((vpcEndpointId, n) =>
        InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(this, `Endpoint${n}`, {
          vpcEndpointId,
          port: 443,
        }),
      ),
      policy: new PolicyDocument({
        statements: [
          new PolicyStatement(all),
          new PolicyStatement({
            ...all,
            effect: Effect.DENY,
            conditions: { StringNotEquals: { 'aws:SourceVpce': ids } },
          }),
        ],
      }),
    };
  }
}
