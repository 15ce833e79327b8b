import * as archive from '@geoarchive/contract/archive.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { takesLicenceEnd } from '@geoarchive/domain/release.ts';
import { publicationWindow } from '@geoarchive/domain/release-rules.ts';
import type { Call } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ofNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import type { DossierItem } from './dossier-store.ts';

/** Refuses what has days of publication that are not for a keeper to change, naming why. */
const expectOpen = ({ state, body }: DossierItem): void => {
  if (takesLicenceEnd(state, body)) return;
  if (!body.source.endsWith('-right'))
    throw new Problem('rule-broken', {
      zh: '只有探矿权、采矿权资料的公开期限自许可证截止日起算。',
      en: 'Only data of exploration and mining rights count from the end of a licence.',
    });
  if (body.licenceEnd !== undefined && body.licenceEndRecorded === undefined)
    throw new Problem('rule-broken', {
      zh: `汇交时已填报许可证截止日（${body.licenceEnd}），不能另行登记。`,
      en: `The end of the licence was stated when the data were submitted (${body.licenceEnd}): another cannot be recorded.`,
    });
  throw new Problem('wrong-state', {
    zh: '已提出公开或已有文件公开的案卷不能再改许可证截止日。请先办结或撤回公开。',
    en: 'The end of the licence stays as it is once release is proposed or files are public: decide on that, or withdraw it, first.',
  });
};

/**
 * Records when the licence of a dossier ended, by hand: where it was not known at acceptance there were no days of publication (Regulation
 * art. 15). They follow by the rules in force now, as at an acceptance.
 */
export const recordingLicenceEnd = async (
  deps: ArchiveDeps,
  { caller, params, body: { licenceEnd, reason }, ifMatch }: Call<typeof archive.recordLicenceEnd>,
): Promise<DossierItem> => {
  const item = ofNode(caller, await deps.dossiers.get(params.id));
  expectVersion(item, ifMatch);
  expectOpen(item);
  const [release, calendar] = await Promise.all([deps.rules.release.all(), deps.holidays.calendar()]);
  const { window: before, ...rest } = item.body;
  const { source, submitted } = rest;
  const window = publicationWindow({ source, submitted, licenceEnd }, { release, calendar });
  return deps.dossiers.change(
    item,
    {
      ...{ ...rest, licenceEnd, licenceEndRecorded: { by: caller.name, on: dayOf(deps.clock()), reason } },
      // Told anew when the new day has passed.
      overdueTold: false,
      ...(window === undefined ? {} : { window }),
    },
    {
      action: archive.recordLicenceEnd.audit,
      by: caller,
      detail: {
        licenceEnd,
        before: item.body.licenceEnd ?? null,
        reason,
        window: window ?? null,
        was: before ?? null,
      },
    },
  );
};
