import { expect, test } from '@jest/globals';
import { termOf } from '../review/columns.tsx';
import { publicationTerm } from './columns.tsx';

const now = new Date('2026-03-09T23:30:00Z'); // the 10th in China
const window = { earliest: '2026-03-01', latest: '2026-03-10' };

const past = { ...window, latest: '2026-03-09' };
const ahead = { earliest: '2026-03-11', latest: '2026-04-01' };
const bars = [{ code: 'some', message: { zh: '有', en: 'some' } }];
const files = { bars: [], releasedFiles: 0, fileCount: 3 };

test.each([
  [{ ...files, release: 'closed', window }, 'open'],
  [{ ...files, release: 'closed', window: past }, 'late'],
  [{ ...files, release: 'proposed', window: past }, 'late'],
  [{ ...files, release: 'closed', window: past, bars }, 'none'],
  [{ ...files, release: 'closed', window: ahead, bars }, 'early'],
  [{ ...files, release: 'closed', window: ahead }, 'open'], // the submitter agreed to an earlier day
  [{ ...files, release: 'releasing', window: past }, 'none'],
  [{ ...files, release: 'withdrawing', window: past }, 'none'],
  [{ ...files, release: 'withdrawn', window: past }, 'none'],
  [{ ...files, release: 'released', releasedFiles: 1, window: past }, 'none'],
  [{ ...files, release: 'released', window: past }, 'late'], // the catalogue only, and nothing bars the files now
  [{ ...files, release: 'closed', window: undefined }, 'none'],
] as const)('%j is %s', (dossier, term) =>
  expect(publicationTerm({ ...dossier, bars: [...dossier.bars] }, now)).toBe(term),
);

test.each([
  [{ term: { kind: 'calendar', running: true, used: 10, left: 0 } }, 'running'],
  [{ term: { kind: 'calendar', running: true, used: 11, left: -1 } }, 'late'],
  [{ term: { kind: 'working', running: false, used: 11, left: -1 } }, 'standing'],
  [{}, 'done'],
] as const)('%j is %s', (review, term) => expect(termOf(review)).toBe(term));
