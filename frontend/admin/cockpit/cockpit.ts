import type { cockpit } from '@geoarchive/contract/routes.ts';
import type * as z from 'zod';

/** What the cockpit's route tells. */
export type Cockpit = z.infer<typeof cockpit.cockpit.reply>;
