import type { Dossier } from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barsToPublication } from '@geoarchive/domain/publication.ts';
import { describe, expect, test } from '@jest/globals';
import en from '../i18n/en.json' with { type: 'json' };
import zh from '../i18n/zh.json' with { type: 'json' };
import { catalogueBarred, catalogueOnly, proposable, underWay } from './standing.ts';

const now = new Date('2026-03-09T23:30:00Z'); // the 10th in China
type Given = Omit<Parameters<typeof proposable>[0], 'bars'>;
const open: Given = {
  secrecy: 'public',
  copyright: 'consented',
  earlyConsent: false,
  window: { earliest: '2026-03-01', latest: '2026-05-30' },
  release: 'closed',
  releasedFiles: 0,
};
/** As the API sends it: with the bars of the same predicate. */
const sent = (change: Partial<Given>) => {
  const facts = { ...open, ...change };
  return { ...facts, bars: barsToPublication({ ...facts, fileSecrecy: facts.secrecy }, dayOf(now)) };
};

describe('what may be proposed', () => {
  test.each([
    ['nothing stands against it', {}, 'files'],
    ['protected', { protectedUntil: '2026-03-10' }, 'catalogue'],
    ['copyright withheld', { copyright: 'withheld' }, 'catalogue'],
    ['before its day', { window: { earliest: '2026-03-11', latest: '2026-05-30' } }, 'catalogue'],
    ['without a day', { window: undefined }, 'catalogue'],
    ['not public by its secrecy', { secrecy: 'internal' }, 'nothing'],
    ['secret and protected', { secrecy: 'secret', protectedUntil: '2027-01-01' }, 'nothing'],
    ['catalogue public already', { copyright: 'withheld', release: 'released' }, 'nothing'],
    [
      'files public, now withheld',
      { copyright: 'withheld', release: 'released', releasedFiles: 2 },
      'catalogue',
    ],
    ['catalogue public, files free now', { release: 'released' }, 'files'],
  ] as const)('%s', (_name, change, offer) => expect(proposable(sent(change), now)).toBe(offer));

  test('only secrecy bars the catalogue', () => {
    expect(catalogueBarred(sent({ copyright: 'withheld', protectedUntil: '2027-01-01' }), now)).toBe(false);
    expect(catalogueBarred(sent({ secrecy: 'internal' }), now)).toBe(true);
  });

  test('the catalogue alone is left when no file may be chosen', () => {
    expect(catalogueOnly('catalogue', [{ secrecy: 'public' }])).toBe(true);
    expect(catalogueOnly('files', [{ secrecy: 'internal' }, { secrecy: 'public' }])).toBe(false);
    expect(catalogueOnly('files', [{ secrecy: 'internal' }])).toBe(true);
    expect(catalogueOnly('files', undefined)).toBe(false);
  });
});

const proposal = (files: number): NonNullable<Dossier['proposal']> => ({
  by: 'x',
  byName: '某人',
  at: '2026-03-01T00:00:00Z',
  files,
  note: '可公开',
});

describe('what is under way', () => {
  const cases = [
    ['proposed', 1, 'release.proposed'],
    ['proposed', 0, 'release.proposedCatalogue'],
    ['releasing', 2, 'release.releasing'],
    ['releasing', 0, 'release.releasingCatalogue'],
  ] as const;
  test.each(cases)('%s with %i files', (release, files, words) => {
    expect(underWay({ release, proposal: proposal(files) })).toBe(words);
    for (const texts of [zh, en]) expect(texts.release).toHaveProperty(words.replace('release.', ''));
  });

  test('a withdrawal has no proposal, and a settled dossier nothing under way', () => {
    expect(underWay({ release: 'withdrawing' })).toBe('release.withdrawing');
    expect(underWay({ release: 'released' })).toBeUndefined();
    expect(underWay({ release: 'closed' })).toBeUndefined();
  });
});
