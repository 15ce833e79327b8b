import { Stack } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Owner } from './context.ts';
import { describe } from './metadata.ts';

/** The topic of a plane's events, encrypted with the key that SNS keeps for the account, TLS only. */
export function eventTopic(scope: Construct, id: string, owner: Owner): Topic {
  const topic = new Topic(scope, id, {
    masterKey: Alias.fromAliasName(Stack.of(scope), `${id}Key`, 'alias/aws/sns'),
    enforceSSL: true,
  });
  describe(topic, { plane: owner });
  return topic;
}
