import { type App, Validations } from 'aws-cdk-lib';
import { nag } from './nag.ts';
import { plugin } from './plugin.ts';
import { rules } from './rules.ts';
import { runbookHeadings } from './runbook.ts';

/** Makes synthesis fail on what the project's own rules or cdk-nag's AwsSolutions find. */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(plugin(rules(runbookHeadings())), nag(app));
}
