import * as z from 'zod';

const host = z.string().trim().min(1).max(253);
const loopback: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** A list that another system offers: where it is, in which form, and whether it is imported at once or waits for a person. */
const source = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a-z, 0-9, -'),
  url: z.url(),
  format: z.enum(['xlsx', 'csv', 'json']),
  /** Imported without a person having seen what would change. */
  apply: z.boolean().default(false),
  /** Name of the environment variable that holds the source's token, sent as `Authorization: Bearer`. */
  token: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional(),
});
export type Source = z.infer<typeof source>;

/** What is pulled, from which hosts only, how large and how slow an answer may be, and where files are kept. */
export const pullFile = z
  .object({
    keep: z.string().min(1),
    hosts: z.array(host).min(1),
    megabytes: z.number().positive().max(500).default(50),
    seconds: z.number().positive().max(600).default(60),
    sources: z.array(source).min(1),
  })
  .superRefine(({ hosts, sources }, context) => {
    const names = new Set<string>();
    for (const [at, { name, url }] of sources.entries()) {
      const issue = (message: string) =>
        context.addIssue({ code: 'custom', path: ['sources', at], message: `${name}: ${message}` });
      const { protocol, hostname, username } = new URL(url);
      // Plain http never leaves this machine: a gateway beside it, or a trial.
      if (protocol !== 'https:' && !(protocol === 'http:' && loopback.includes(hostname)))
        issue('https is needed');
      if (username !== '') issue('no user name in an address: use token');
      if (!hosts.includes(hostname)) issue(`${hostname} is not among hosts`);
      if (names.has(name)) issue('the name is there twice');
      names.add(name);
    }
  });
export type PullFile = z.infer<typeof pullFile>;
