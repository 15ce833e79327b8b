import { listOwnPublicNotices } from '@geoarchive/contract/intake.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { organisationOf } from '../intake/access.ts';
import type { OwnNotices } from './own-notice-store.ts';

export const ownNoticeRoutes = [
  implement(
    listOwnPublicNotices,
    (deps: { ownNotices: OwnNotices }, { caller, query }: Call<typeof listOwnPublicNotices>) =>
      deps.ownNotices.list(organisationOf(caller), query),
  ),
];
