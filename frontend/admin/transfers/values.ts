import type { Transfer, TransferList } from '@geoarchive/contract/transfers.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';

const known = (of: Record<string, string | number | undefined>): Values =>
  Object.fromEntries(
    Object.entries(of).filter((one): one is [string, string | number] => one[1] !== undefined),
  );

/** A transfer as a line of its sheet. */
export const transferValues = (of: Transfer): Values => {
  const { node, to, archiveNumber, state, accepted, due, dossier, exempted, sent, received, refused } = of;
  return known({
    ...{ node, archiveNumber, to, state, accepted, due },
    ...{ sent: sent?.on, list: sent?.list, received: received?.on },
    ...{ title: dossier.title, certificateNumber: dossier.certificateNumber },
    ...{ files: dossier.files, bytes: dossier.bytes, ground: exempted?.ground },
    reason: exempted?.reason ?? (state === 'refused' ? refused?.reason : undefined),
  });
};

/** What the list says of each dossier, beside how its transfer stands since: on this list, or on a later one. */
export const listValues = (list: TransferList): Values[] =>
  list.items.map(({ transferId, archiveNumber, certificateNumber, files, bytes, sha256 }) => {
    const now = list.transfers.find(({ id }) => id === transferId);
    const here = now?.sent?.listId === list.id ? now : undefined;
    return known({
      ...{ list: list.number, archiveNumber, title: now?.dossier.title, certificateNumber, files, bytes },
      ...{ sha256, sent: here?.sent?.on, state: here?.state, received: here?.received?.on },
      reason: now?.refused?.list === list.number ? now.refused.reason : undefined,
    });
  });
