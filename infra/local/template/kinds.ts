/** Resource types the local run makes real. */
const handled = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::Table',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
] as const;

/** Types that need nothing on this machine, each with its reason. */
const idle: Record<string, string> = {
  'AWS::ApiGateway::Account': 'names the role that writes access logs; nobody writes them here',
  'AWS::ApiGateway::Deployment': 'a snapshot of the routes; the local gateway reads the routes themselves',
  'AWS::ApiGateway::RequestValidator': 'the contract validates inside the function',
  'AWS::ApiGateway::UsagePlan': 'quotas belong to the cloud account',
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::CertificateManager::Certificate': 'this machine serves plain http on the loopback address',
  'AWS::CloudFront::CachePolicy': 'nothing is cached between two processes of one machine',
  'AWS::CloudFront::Function': 'its one job, the page for unknown paths, is done by the local site',
  'AWS::CloudFront::OriginAccessControl': 'sites are served from the built files',
  'AWS::CloudFront::OriginRequestPolicy': 'the local site passes every header on',
  'AWS::CloudFront::ResponseHeadersPolicy': 'read by the site that names it',
  'AWS::CloudWatch::Alarm': 'alarms need the metrics of the cloud',
  'AWS::CloudWatch::CompositeAlarm': 'alarms need the metrics of the cloud',
  'AWS::CloudWatch::Dashboard': 'a picture of metrics of the cloud',
  'AWS::KMS::Alias': 'functions name keys by id',
  'AWS::Lambda::Permission': 'lets services of the cloud call a function; here the run itself calls it',
  'AWS::Logs::LogGroup': 'logs go to files in .local/logs',
  'AWS::Logs::MetricFilter': 'counts log lines in the cloud',
  'AWS::Logs::QueryDefinition': 'a saved question to the logs of the cloud',
  'AWS::Logs::ResourcePolicy': 'lets services of the cloud write logs',
  'AWS::Route53::RecordSet': 'names belong to the cloud account',
  'AWS::SNS::TopicPolicy': 'who may publish is held by the roles',
  'AWS::SQS::QueuePolicy':
    'who may send is held by the roles; topics and buckets deliver from inside the run',
  'AWS::SecretsManager::Secret': 'holds what the firewall of the cloud compares; there is no firewall here',
  'AWS::SSM::Parameter': 'its value is in the template',
  'AWS::Scheduler::ScheduleGroup': 'a folder of schedules',
  'AWS::WAFv2::IPSet': 'the local ports listen on the loopback address alone',
  'AWS::WAFv2::LoggingConfiguration': 'the local ports listen on the loopback address alone',
  'AWS::WAFv2::WebACL': 'the local ports listen on the loopback address alone',
  'AWS::WAFv2::WebACLAssociation': 'the local ports listen on the loopback address alone',
};

const handledTypes: ReadonlySet<string> = new Set(handled);

/** Every type of the stacks must be known: what is silently left out would be missed only in the cloud. */
export function refuseUnknown(resources: Iterable<{ stack: string; logicalId: string; type: string }>): void {
  const unknown = [...resources].filter(({ type }) => !handledTypes.has(type) && !Object.hasOwn(idle, type));
  if (unknown.length === 0) return;
  const named = unknown.map((r) => `${r.type} (${r.stack}/${r.logicalId})`).join(', ');
  throw new Error(
    `The local run does not know ${named}. Teach it in infra/local, or list the type with its reason in infra/local/template/kinds.ts.`,
  );
}
