import { dayOf } from '@geoarchive/domain/dates.ts';
import type { SearchRecord } from '@geoarchive/search/record.ts';
import type { HeldRecord } from './record-store.ts';

/** What the index knows of a public record. */
export const toSearchRecord = (of: HeldRecord): SearchRecord => ({
  id: of.id,
  kind: 'dossier',
  version: of.version,
  access: of.access,
  node: of.node,
  archiveNumber: of.archiveNumber,
  title: of.title,
  keywords: of.keywords,
  abstract: of.abstract,
  authors: of.authors,
  organisation: of.producer,
  dataClass: of.dataClass,
  minerals: of.minerals,
  regions: of.regions,
  workDegree: of.workDegree,
  formed: of.formedOn,
  published: dayOf(new Date(of.publishedAt)),
  bbox: of.bbox,
  sheets: of.sheets,
  fileFormats: of.formats,
  fileCount: of.fileCount,
});
