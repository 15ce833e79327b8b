import type { HolesRead } from '@geoarchive/subsurface/read.ts';

/** The headers as their remarks offer to mend them, and the remarks that are left; a remark about no hole that is there stays. */
export const mendedOf = (read: HolesRead): HolesRead => {
  const numbers = new Set(read.holes.map(({ header }) => header.hole));
  const mendable = read.remarks.filter(
    ({ hole, mend }) => mend !== undefined && hole !== undefined && numbers.has(hole),
  );
  return {
    ...read,
    holes: read.holes.map((one) => ({
      ...one,
      header: mendable
        .filter(({ hole }) => hole === one.header.hole)
        .reduce((header, { mend }) => mend?.(header) ?? header, one.header),
    })),
    remarks: read.remarks.filter((remark) => !mendable.includes(remark)),
  };
};
