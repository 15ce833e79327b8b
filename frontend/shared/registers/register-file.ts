import { registerRow } from '@geoarchive/contract/supervision-parts.ts';
import { registerInput, registerSheet } from '@geoarchive/domain/supervision/register-sheet.ts';
import { inputFiles } from '../sheets/input-file.ts';

/** Files of licences and projects; as many rows as a province's registers have. */
export const registerFiles = inputFiles(
  {
    sheet: registerSheet,
    schema: registerRow,
    inputOf: registerInput,
    keyOf: ({ kind, number, from }) => `${kind} ${number} ${from}`,
    keyColumns: 'number',
  },
  { rows: 60_000 },
);
