import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { type HolesRead, readHoles } from '../read.ts';

export type Content = string | Uint8Array | Blob;
/** Reads made files, as the page and the command do. */
export const readAll = (files: Readonly<Record<string, Content>>): Promise<HolesRead> =>
  readHoles(
    Object.entries(files).map(([name, content]) => ({
      name,
      // The bytes of a test stand in no shared memory.
      blob: content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>]),
    })),
  );

export const codesOf = (remarks: readonly Remark[]): string[] =>
  remarks.map(({ severity, code }) => `${severity} ${code}`);
/** Cells of a table as CSV. */
export const csv = (...rows: (readonly (string | number)[])[]): string =>
  rows.map((row) => row.join(',')).join('\r\n');
