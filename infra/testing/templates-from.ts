import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { readTemplate, type Templates } from '../checks/template.ts';
import { chooseDeployment } from '../deployments.ts';

/** The templates of a stack made for one test. */
export function templatesFrom(make: (stack: Stack) => void): Templates {
  const app = new App({
    analyticsReporting: false,
    context: chooseDeployment('local').flags,
    // What is bad on purpose is for our own rules to find.
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'test');
  make(stack);
  return new Map([['test', readTemplate(Template.fromStack(stack).toJSON())]]);
}

/** A function that says nothing of itself. */
export const bareFunction = (
  scope: Construct,
  id = 'Bare',
  more: Partial<ConstructorParameters<typeof Lambda>[2]> = {},
) =>
  new Lambda(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => undefined;'),
    ...more,
  });
