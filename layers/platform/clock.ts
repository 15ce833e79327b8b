import { readFileSync } from 'node:fs';
import type { Clock } from '@geoarchive/domain/dates.ts';
import * as z from 'zod';

const moved = z.object({ offsetMs: z.number() });

/** The time; in the local run moved by what its clock file says, so that deadlines can be seen. */
export const clockOf = (env: { LOCAL_CLOCK_FILE?: string | undefined }): Clock => {
  const file = env.LOCAL_CLOCK_FILE;
  if (file === undefined) return () => new Date();
  return () => {
    try {
      return new Date(Date.now() + moved.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMs);
    } catch {
      // No file: the clock was never moved.
      return new Date();
    }
  };
};
