import { useLimits } from '@geoarchive/domain/service/codes.ts';

export type AskedRecord = { id: string; title: string };

/** The records that the address from the portal's basket names: an id and a title each; what is neither is left out. */
export const askedRecords = (params: URLSearchParams): AskedRecord[] =>
  params
    .getAll('record')
    .flatMap((text) => {
      const found = /^([0-9A-HJKMNP-TV-Z]{26})(?: (.*))?$/s.exec(text);
      const id = found?.[1];
      return id === undefined ? [] : [{ id, title: found?.[2]?.trim() || id }];
    })
    .slice(0, useLimits.itemsPerRequest);
