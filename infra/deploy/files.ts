import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The build puts a hash of the content into these names, so they never change. */
const forGood = 'public, max-age=31536000, immutable';
/** Asked for again at each visit: they say which of the others a page needs. */
const askAgain = 'no-cache';

export type Upload = { key: string; cacheControl: string };

/** What the build leaves for itself. */
const notServed = new Set(['sources.sha256']);

const keysIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((key) => !notServed.has(key));

/**
 * The files of a built site in the order of upload: the page comes last, so that no visitor gets one whose parts are
 * not there yet.
 * @throws Error when the site is not built.
 */
export function uploadsOf(folder: string): Upload[] {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built site.`);
  return keysIn(folder)
    .sort((a, b) => Number(a === 'index.html') - Number(b === 'index.html') || a.localeCompare(b))
    .map((key) => ({ key, cacheControl: key.startsWith('assets/') ? forGood : askAgain }));
}
