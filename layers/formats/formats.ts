import type { Format } from './core/format.ts';
import { archiveFormats } from './table/archives.ts';
import { documentFormats } from './table/documents.ts';
import { geologyFormats } from './table/geology.ts';
import { imageFormats } from './table/images.ts';
import { mapFormats } from './table/maps.ts';
import { mediaFormats } from './table/media.ts';

/** What a file is called of which nothing is known. */
export const unknownFormat: Format = {
  id: 'unknown',
  name: 'Unknown format',
  mime: 'application/octet-stream',
  extensions: [],
};

/** Every format that is known by name. */
export const formats: readonly Format[] = [
  ...documentFormats,
  ...geologyFormats,
  ...mapFormats,
  ...imageFormats,
  ...archiveFormats,
  ...mediaFormats,
];

const byId = new Map(formats.map((format) => [format.id, format]));

/** The entry of an id; the unknown format for any other. */
export const formatById = (id: string): Format => byId.get(id) ?? unknownFormat;
