import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { childKinds, childTables } from '@geoarchive/domain/subsurface/tables.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { writeTemplates } from '@geoarchive/sheets/template.ts';

/** The workbook in which holes are filled in: a sheet of headers, one for each kind of rows along them, drop-downs, instructions. */
export const writeHoleTemplate = async (language: Language): Promise<Blob> => {
  const chunks: BlobPart[] = [];
  const sheets = [headerTable, ...childKinds.map((kind) => childTables[kind])] as const;
  // The bytes are the writer's own and stand in no shared memory.
  for await (const chunk of writeTemplates(sheets, language)) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(chunks, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
};
