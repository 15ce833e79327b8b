import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { tellOverdue } from './clocks.ts';
import { archiveDeps } from './deps.ts';

export const handler = jobHandler({ deps: archiveDeps, run: tellOverdue });
