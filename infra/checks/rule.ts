import type { Placed, Templates } from './template.ts';

export type Finding = { rule: string; stack: string; resource: string; message: string };

/** A rule over everything that was synthesized: what the templates say is what would be deployed and run. */
export type Rule = { id: string; about: string; check(templates: Templates): Finding[] };

/** A rule that looks at resources one at a time; `complaints` says what is wrong with one. */
export const perResource = (
  id: string,
  about: string,
  select: (templates: Templates) => Placed[],
  complaints: (one: Placed, templates: Templates) => string[],
): Rule => ({
  id,
  about,
  check: (templates) =>
    select(templates).flatMap((one) =>
      complaints(one, templates).map((message) => ({
        rule: id,
        stack: one.stack,
        resource: one.id,
        message,
      })),
    ),
});
