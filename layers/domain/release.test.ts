import { expect, test } from '@jest/globals';
import { publicationStanding } from './release.ts';

const window = { earliest: '2026-03-01', latest: '2026-03-10' };

const past = { ...window, latest: '2026-03-09' };
const ahead = { earliest: '2026-03-11', latest: '2026-04-01' };
const files = { isBarred: false, releasedFiles: 0, fileCount: 3 };

test.each([
  [{ ...files, release: 'closed', window }, 'open'],
  [{ ...files, release: 'closed', window: past }, 'late'],
  [{ ...files, release: 'proposed', window: past }, 'late'],
  [{ ...files, release: 'closed', window: past, isBarred: true }, 'none'],
  [{ ...files, release: 'closed', window: ahead, isBarred: true }, 'early'],
  [{ ...files, release: 'closed', window: ahead }, 'open'], // the submitter agreed to an earlier day
  [{ ...files, release: 'releasing', window: past }, 'none'],
  [{ ...files, release: 'withdrawing', window: past }, 'none'],
  [{ ...files, release: 'withdrawn', window: past }, 'none'],
  [{ ...files, release: 'released', releasedFiles: 1, window: past }, 'none'],
  [{ ...files, release: 'released', window: past }, 'late'], // the catalogue only, and nothing bars the files now
  [{ ...files, release: 'closed', window: undefined }, 'none'],
] as const)('%j is %s', ({ release, ...of }, standing) =>
  expect(publicationStanding(release, of, '2026-03-10')).toBe(standing),
);
