import type { Plane } from '@geoarchive/domain/planes.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Settings } from '../settings.ts';

/** The three planes, and what stands beside them: `shared` holds no data of any plane. */
export type PlaneName = Plane;
export type Owner = PlaneName | 'shared';

/** What every stack is given: the settings and where the bundles and data files come from. */
export type Deployment = {
  settings: Settings;
  /** Bundle of a function's entry, such as `intake/api.handler.ts`. */
  code(entry: string): Code;
  /** Files of the Lambda layer: `assets/…`, found by functions at `/opt/assets`. */
  layer(): Code;
};

/** What the functions of one plane have in common. */
export type PlaneContext = { deployment: Deployment; owner: Owner; alarmTopic: ITopic };

/** Said of a function in its template metadata, where checks, dashboards and the local run find it. */
export type FunctionFacts = { name: string; plane: Owner; errorImpact: Bilingual };

/** `intake-api` → `IntakeApi`, for construct ids. */
export const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
