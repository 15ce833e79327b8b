import { Aws, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import { stageName } from './api.ts';
import { planeBucket } from './bucket.ts';
import type { Deployment } from './context.ts';
import { type SiteName, securityHeaders } from './security-headers.ts';
import { viewerRequest } from './viewer-request.ts';

export type SiteProps = {
  deployment: Deployment;
  site: SiteName;
  api: RestApi;
  /** Sent to the API with every request, so that it can refuse what did not come through here. */
  originHeaders?: Record<string, string>;
  /** Only callers from these IPv4 ranges. */
  ranges?: readonly string[];
  /** Content of the site's `/config.json`. */
  config: Record<string, unknown>;
};

/** A site: its files in a private bucket, and CloudFront before them and before the API, on one origin. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { deployment, site } = props;
    this.bucket = planeBucket(this, 'Files', { deployment, owner: 'shared', purpose: `${site}-site` });
    const headers = securityHeaders(this, deployment.settings, site);
    const domain = deployment.settings.domains[site];
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${deployment.settings.name} ${site}`,
      defaultRootObject: 'index.html',
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      defaultBehavior: {
        // CDK's own class is not quite its own interface under exact optional types.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: this.#edge('Pages', true, props.ranges),
      },
      additionalBehaviors: {
        [`/${stageName}/*`]: {
          origin: this.#apiOrigin(props),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
          functionAssociations: props.ranges ? this.#edge('Calls', false, props.ranges) : [],
        },
      },
    });
    accept(this.distribution, {
      CFR1: 'Geological data may be read from anywhere.',
      CFR2: 'A firewall for CloudFront can only be made in one region; the one before the API holds the data.',
      CFR3: 'The site is static and holds no data; calls to the API are in its access log.',
      ...(!domain && {
        CFR4: 'Without a domain of its own, CloudFront sets the protocol of its certificate.',
      }),
    });
    this.#outputs(props);
  }

  #apiOrigin(props: SiteProps): HttpOrigin {
    const host = Fn.join('', [props.api.restApiId, '.execute-api.', Aws.REGION, '.', Aws.URL_SUFFIX]);
    return new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      ...(props.originHeaders && { customHeaders: props.originHeaders }),
    });
  }

  #edge(id: string, spa: boolean, ranges: readonly string[] | undefined) {
    const code = FunctionCode.fromInline(viewerRequest({ spa, ranges }));
    const made = new EdgeFunction(this, id, { code, runtime: FunctionRuntime.JS_2_0 });
    return [{ function: made, eventType: FunctionEventType.VIEWER_REQUEST }];
  }

  /** Read by the script that uploads the built files. */
  #outputs(props: SiteProps): void {
    new CfnOutput(this, 'SiteBucket', { value: this.bucket.bucketName });
    new CfnOutput(this, 'SiteDistribution', { value: this.distribution.distributionId });
    new CfnOutput(this, 'SiteAddress', { value: this.distribution.domainName });
    new CfnOutput(this, 'SiteConfig', { value: Stack.of(this).toJsonString(props.config) });
  }
}
