import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { runClocks } from './clocks.ts';
import { archiveDeps } from './deps.ts';
import { replayToIntake } from './replay.ts';

const clocks = jobHandler({ deps: archiveDeps, run: runClocks });
const replay = jobHandler({ deps: archiveDeps, run: replayToIntake });
const asksReplay = z.object({ job: z.literal('replay') });

/** The schedule asks for the clocks; operators ask for a replay (docs/operators/rebuild.md). */
export const handler = (event: unknown, context: Context) =>
  asksReplay.safeParse(event).success ? replay(event, context) : clocks(event, context);
