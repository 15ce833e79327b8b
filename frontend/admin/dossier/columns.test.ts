import { expect, test } from '@jest/globals';
import { termOf } from '../review/columns.tsx';
import { publicationTerm } from './columns.tsx';

const now = new Date('2026-03-09T23:30:00Z'); // the 10th in China
const window = { earliest: '2026-03-01', latest: '2026-03-10' };

test.each([
  [{ release: 'closed', window }, 'open'],
  [{ release: 'closed', window: { ...window, latest: '2026-03-09' } }, 'late'],
  [{ release: 'closed', window: { earliest: '2026-03-11', latest: '2026-04-01' } }, 'early'],
  [{ release: 'released', window: { ...window, latest: '2026-03-09' } }, 'none'],
  [{ release: 'closed', window: undefined }, 'none'],
] as const)('%j is %s', (dossier, term) => expect(publicationTerm(dossier, now)).toBe(term));

test.each([
  [{ state: 'received', checkBy: '2026-03-10' }, 'running'],
  [{ state: 'received', checkBy: '2026-03-09' }, 'late'],
  [{ state: 'accepted', checkBy: '2026-03-09' }, 'done'],
] as const)('%j is %s', (review, term) => expect(termOf(review, now)).toBe(term));
