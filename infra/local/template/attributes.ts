import { digest, physicalName, stableUuid } from './names.ts';
import { arn, type Place } from './place.ts';

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export type Identity = { ref: string; attributes: Record<string, string> };
export type Naming = {
  stack: string;
  logicalId: string;
  place: Place;
  /** Address of the local AWS endpoint; queue addresses and token issuers stand on it. */
  endpoint: string;
  /** A text property of the resource, resolved; undefined when the template leaves it out. */
  given(property: string): string | undefined;
};
type Describe = (n: Naming) => Identity;

const name = (n: Naming, property: string): string => n.given(property) ?? physicalName(n.stack, n.logicalId);
const id = (n: Naming): string => digest(n.stack, n.logicalId).slice(0, 10);
const plain =
  (...attributes: string[]): Describe =>
  (n) => ({ ref: id(n), attributes: Object.fromEntries(attributes.map((a) => [a, id(n)])) });
const named =
  (property: string, service: string, prefix: string): Describe =>
  (n) => {
    const ref = name(n, property);
    return { ref, attributes: { Arn: arn(n.place, service, `${prefix}${ref}`) } };
  };

const table: Record<string, Describe> = {
  'AWS::DynamoDB::Table': (n) => {
    const ref = name(n, 'TableName');
    const own = arn(n.place, 'dynamodb', `table/${ref}`);
    return { ref, attributes: { Arn: own, StreamArn: `${own}/stream/local` } };
  },
  'AWS::S3::Bucket': (n) => {
    const ref = name(n, 'BucketName').toLowerCase();
    return {
      ref,
      attributes: {
        Arn: `arn:${n.place.partition}:s3:::${ref}`,
        DomainName: `${ref}.s3.${n.place.urlSuffix}`,
        RegionalDomainName: `${ref}.s3.${n.place.region}.${n.place.urlSuffix}`,
      },
    };
  },
  'AWS::SQS::Queue': (n) => {
    const queue = name(n, 'QueueName');
    const ref = `${n.endpoint}/${n.place.account}/${queue}`;
    return { ref, attributes: { Arn: arn(n.place, 'sqs', queue), QueueName: queue, QueueUrl: ref } };
  },
  'AWS::SNS::Topic': (n) => {
    const topic = name(n, 'TopicName');
    const ref = arn(n.place, 'sns', topic);
    return { ref, attributes: { TopicArn: ref, TopicName: topic } };
  },
  'AWS::KMS::Key': (n) => {
    const ref = stableUuid(n.stack, n.logicalId);
    return { ref, attributes: { KeyId: ref, Arn: arn(n.place, 'kms', `key/${ref}`) } };
  },
  'AWS::KMS::Alias': (n) => ({ ref: name(n, 'AliasName'), attributes: {} }),
  'AWS::Cognito::UserPool': (n) => {
    const ref = `${n.place.region}_${id(n)}`;
    const provider = `${n.endpoint.replace(/^https?:\/\//, '')}/${ref}`;
    return {
      ref,
      attributes: {
        UserPoolId: ref,
        Arn: arn(n.place, 'cognito-idp', `userpool/${ref}`),
        ProviderName: provider,
        ProviderURL: `${n.endpoint}/${ref}`,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': (n) => {
    const ref = `client${digest(n.stack, n.logicalId)}`;
    return { ref, attributes: { ClientId: ref, Name: n.given('ClientName') ?? ref } };
  },
  'AWS::Cognito::UserPoolGroup': (n) => ({ ref: name(n, 'GroupName'), attributes: {} }),
  'AWS::Lambda::Function': named('FunctionName', 'lambda', 'function:'),
  'AWS::Lambda::LayerVersion': (n) => {
    const ref = arn(n.place, 'lambda', `layer:${name(n, 'LayerName')}:1`);
    return { ref, attributes: { LayerVersionArn: ref } };
  },
  'AWS::IAM::Role': (n) => {
    const ref = name(n, 'RoleName');
    return {
      ref,
      attributes: { Arn: `arn:${n.place.partition}:iam::${n.place.account}:role/${ref}`, RoleId: id(n) },
    };
  },
  'AWS::IAM::ManagedPolicy': (n) => ({
    ref: `arn:${n.place.partition}:iam::${n.place.account}:policy/${name(n, 'ManagedPolicyName')}`,
    attributes: {},
  }),
  'AWS::ApiGateway::RestApi': plain('RestApiId', 'RootResourceId'),
  'AWS::ApiGateway::Resource': plain('ResourceId'),
  'AWS::ApiGateway::Authorizer': plain('AuthorizerId'),
  'AWS::ApiGateway::Deployment': plain('DeploymentId'),
  'AWS::ApiGateway::Stage': (n) => ({ ref: name(n, 'StageName'), attributes: {} }),
  'AWS::CloudFront::Distribution': (n) => ({
    ref: id(n).toUpperCase(),
    attributes: { Id: id(n).toUpperCase(), DomainName: `${id(n)}.cloudfront.net` },
  }),
  'AWS::CloudFront::OriginAccessControl': plain('Id'),
  'AWS::CloudFront::ResponseHeadersPolicy': plain('Id'),
  'AWS::CloudFront::CachePolicy': plain('Id'),
  'AWS::CloudFront::OriginRequestPolicy': plain('Id'),
  'AWS::CloudFront::Function': (n) => {
    const own = `arn:${n.place.partition}:cloudfront::${n.place.account}:function/${name(n, 'Name')}`;
    return { ref: own, attributes: { FunctionARN: own } };
  },
  'AWS::Logs::LogGroup': (n) => {
    const ref = name(n, 'LogGroupName');
    return { ref, attributes: { Arn: arn(n.place, 'logs', `log-group:${ref}:*`) } };
  },
  'AWS::CloudWatch::Alarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': named('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::Scheduler::ScheduleGroup': named('Name', 'scheduler', 'schedule-group/'),
  'AWS::Scheduler::Schedule': named('Name', 'scheduler', 'schedule/'),
  'AWS::Events::Rule': named('Name', 'events', 'rule/'),
  'AWS::WAFv2::WebACL': named('Name', 'wafv2', 'regional/webacl/'),
  'AWS::WAFv2::IPSet': named('Name', 'wafv2', 'regional/ipset/'),
  'AWS::SSM::Parameter': (n) => ({ ref: name(n, 'Name'), attributes: { Value: n.given('Value') ?? '' } }),
};

/** Identity of a resource as it follows from its template alone. */
export function describe(type: string, naming: Naming): Identity {
  const entry = Object.hasOwn(table, type) ? table[type] : undefined;
  return entry ? entry(naming) : { ref: physicalName(naming.stack, naming.logicalId), attributes: {} };
}
