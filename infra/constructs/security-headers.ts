import { Aws, Duration, Fn } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export type SiteName = 'submit' | 'admin' | 'portal';

/** Hosts that a site's scripts may talk to besides its own: sign-in, and S3 by signed links. */
function reachable(settings: Settings): string[] {
  if (settings.kind === 'local') return ['http://127.0.0.1:*', 'http://localhost:*'];
  const storage = Fn.join('', ['https://*.s3.', Aws.REGION, '.', Aws.URL_SUFFIX]);
  if (settings.identity.kind === 'oidc')
    return [
      storage,
      new URL(settings.identity.staff.issuer).origin,
      new URL(settings.identity.public.issuer).origin,
    ];
  return [storage, Fn.join('', ['https://cognito-idp.', Aws.REGION, '.', Aws.URL_SUFFIX])];
}

/** Sites whose scripts compile WebAssembly: the checksum of what is uploaded. It lets no other code run. */
const withWasm: readonly SiteName[] = ['submit'];

/** Where 天地图 is, for a deployment with a key; the map fetches its pictures itself. */
const mapServers = ({ map }: Settings): string[] =>
  map.tianditu === undefined ? [] : ['https://*.tianditu.gov.cn'];

/** Ant Design writes its styles into the page; map and upload run in workers made from blobs. */
const policy = (settings: Settings, site: SiteName): string =>
  Fn.join('; ', [
    "default-src 'self'",
    `script-src 'self'${withWasm.includes(site) ? " 'wasm-unsafe-eval'" : ''}`,
    Fn.join(' ', ["connect-src 'self'", ...reachable(settings), ...mapServers(settings)]),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);

/** Headers that keep a site's pages from being framed, sniffed, loaded without TLS or made to run foreign code. */
export const securityHeaders = (
  scope: Construct,
  settings: Settings,
  site: SiteName,
): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy(settings, site), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
  });
