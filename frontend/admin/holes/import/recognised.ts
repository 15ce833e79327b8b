/** Formats that hold holes by their nature. */
const sure = new Set(['las', 'ags', 'dlis', 'lis', 'segy']);
/** Formats that may hold a table of holes: only reading tells. */
const maybe = new Set(['csv', 'xlsx', 'zip', 'gml', 'xml']);

type Formatted = { format?: { id: string } | undefined };
/** Whether a file of a dossier holds holes, as far as its format tells. */
export const holesIn = ({ format }: Formatted): 'sure' | 'maybe' | 'none' => {
  const id = format?.id ?? '';
  if (sure.has(id)) return 'sure';
  return maybe.has(id) ? 'maybe' : 'none';
};

/** The page that reads holes out of files of a dossier. */
export const importFrom = (dossierId: string, numbers: readonly number[]): string =>
  `/holes/import?${new URLSearchParams([['dossier', dossierId], ...numbers.map((no) => ['file', String(no)])])}`;
