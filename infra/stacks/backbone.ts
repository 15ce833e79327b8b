import { ArnFormat, Stack } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Deployment, PlaneName } from '../constructs/context.ts';
import { eventTopic } from '../constructs/encrypted-topic.ts';
import { describe } from '../constructs/metadata.ts';
import { GeoStack } from './stack.ts';

/**
 * What must exist before any plane: the planes' topics (intake and archive listen to each other, so neither stack
 * can own what the other needs), the topic of alarms, and the account's right to write gateway logs.
 */
export class BackboneStack extends GeoStack {
  readonly topics: Record<PlaneName, Topic>;
  readonly alarms: Topic;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, deployment, 'backbone', 'GeoArchive: topics of the planes, topic of alarms');
    this.topics = {
      intake: eventTopic(this, 'IntakeTopic', 'intake'),
      archive: eventTopic(this, 'ArchiveTopic', 'archive'),
      portal: eventTopic(this, 'PortalTopic', 'portal'),
    };
    this.alarms = this.#alarmTopic();
    this.#gatewayLogs();
  }

  /** CloudWatch may not use the account's own SNS key, so alarms have one of theirs. */
  #alarmTopic(): Topic {
    const key = new Key(this, 'AlarmKey', { description: 'GeoArchive: alarms', enableKeyRotation: true });
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    key.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey');
    describe(key, { plane: 'shared' });
    const topic = new Topic(this, 'AlarmTopic', { masterKey: key, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    describe(topic, { plane: 'shared' });
    for (const receiver of this.deployment.settings.alarms.receivers)
      topic.addSubscription(
        receiver.kind === 'email'
          ? new EmailSubscription(receiver.address)
          : new UrlSubscription(receiver.url),
      );
    return topic;
  }

  /** One per account and region, however many gateways there are. */
  #gatewayLogs(): void {
    const role = new Role(this, 'GatewayLogs', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromManagedPolicyArn(
          this,
          'GatewayLogsPolicy',
          this.formatArn({
            service: 'iam',
            region: '',
            account: 'aws',
            resource: 'policy',
            resourceName: 'service-role/AmazonAPIGatewayPushToCloudWatchLogs',
            arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
          }),
        ),
      ],
    });
    new CfnAccount(this, 'GatewayAccount', { cloudWatchRoleArn: role.roleArn });
  }
}
