import type { Dossier } from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barsToCatalogue } from '@geoarchive/domain/publication.ts';

type Facts = Pick<
  Dossier,
  | 'bars'
  | 'secrecy'
  | 'protectedUntil'
  | 'copyright'
  | 'window'
  | 'earlyConsent'
  | 'release'
  | 'releasedFiles'
>;

/** Whether not even the catalogue record may be public; protection, copyright and dates hold back files alone (art. 17). */
export const catalogueBarred = (dossier: Facts, now: Date): boolean =>
  barsToCatalogue({ ...dossier, fileSecrecy: dossier.secrecy }, dayOf(now)).length > 0;

type Offer = 'files' | 'catalogue' | 'nothing';

/** What of a dossier may be proposed now: its files, its catalogue record only, or nothing new. The API decides again. */
export const proposable = (dossier: Facts, now: Date): Offer => {
  if (dossier.bars.length === 0) return 'files';
  const catalogueIsPublic = dossier.release === 'released' && dossier.releasedFiles === 0;
  return catalogueBarred(dossier, now) || catalogueIsPublic ? 'nothing' : 'catalogue';
};

/** Whether only the catalogue can be proposed, given the files once all are known: none of them may be chosen. */
export const catalogueOnly = (
  offer: Offer,
  files: readonly { secrecy: Dossier['secrecy'] }[] | undefined,
): boolean => offer === 'catalogue' || (files?.every(({ secrecy }) => secrecy !== 'public') ?? false);

/** Words for what is under way with the release of a dossier, with or without files; none when nothing is. */
export const underWay = ({
  release,
  proposal,
}: Pick<Dossier, 'release' | 'proposal'>): `release.${string}` | undefined => {
  if (release === 'withdrawing') return 'release.withdrawing';
  if (proposal === undefined) return undefined;
  const files = proposal.files > 0;
  if (release === 'proposed') return files ? 'release.proposed' : 'release.proposedCatalogue';
  if (release === 'releasing') return files ? 'release.releasing' : 'release.releasingCatalogue';
  return undefined;
};
