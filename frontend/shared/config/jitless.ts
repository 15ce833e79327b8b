import * as z from 'zod';

// Compiled parsers need eval, which the sites' content security policy does not allow. This must run before the first
// schema is made: the entry imports it first, and the build keeps the order of modules (`strictExecutionOrder`).
z.config({ jitless: true });
