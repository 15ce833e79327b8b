import { intake } from '@geoarchive/contract/routes.ts';
import { withEdits } from '@geoarchive/domain/codes/edit.ts';
import type { CodeEntry } from '@geoarchive/domain/codes/entry.ts';
import type { CodeListId } from '@geoarchive/domain/codes/ids.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useMemo } from 'react';

/** The entries of a code list as the deployment edited it. Until that is known, or if it cannot be read, those that came with the system. */
export const useEntries = (list: CodeListId, shipped: readonly CodeEntry[]): readonly CodeEntry[] => {
  const { data } = useRead(intake.listEditedCodes);
  const edits = data?.items.find((one) => one.list === list)?.edits;
  return useMemo(() => (edits === undefined ? shipped : withEdits(shipped, edits)), [shipped, edits]);
};
