import { needed } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { holeStores } from '../subsurface/deps.ts';
import { runClocks } from './clocks.ts';
import { archiveDeps } from './deps.ts';
import { replayAsked, replayToIntake } from './replay.ts';

const clocks = jobHandler({
  deps: () => {
    const deps = archiveDeps();
    const bucket = deps.openBucket(needed(deps.env, 'BUCKET_NAME'));
    return { ...deps, ...holeStores(deps.table, deps.clock, bucket), curveBucket: bucket };
  },
  run: runClocks,
});
/** Kept for the page that is under way when the time is nearly over. */
const spareMs = 60_000;
const replay = jobHandler({
  deps: archiveDeps,
  run: (deps, { event, msLeft }) => replayToIntake(deps, replayAsked.parse(event), () => msLeft() > spareMs),
});
const asksReplay = z.object({ job: z.literal('replay') });

/** The schedule asks for the clocks; operators ask for a replay (docs/operators/rebuild.md). */
export const handler = (event: unknown, context: Context) =>
  asksReplay.safeParse(event).success ? replay(event, context) : clocks(event, context);
