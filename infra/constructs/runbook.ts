/** Where operators read what to do; each alarm names a heading of it. */
export const runbookFile = 'docs/operators/runbook.md';

/** The link of a heading, as the common Markdown renderers make it. */
export const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s+/g, '-');
