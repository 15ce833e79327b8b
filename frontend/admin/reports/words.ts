/** Where an object that counts in a figure is shown. */
const pages: Readonly<Record<string, string>> = {
  task: '/tasks',
  review: '/reviews',
  dossier: '/dossiers',
  // Its dossier, whose page shows how it stands.
  transfer: '/dossiers',
  hole: '/holes',
  chase: '/chases',
  case: '/cases',
};
export const objectPath = ({ of, id, no }: { of: string; id: string; no: string }): string | undefined => {
  // A row of a list of holdings: custodian, year, and its number there.
  const [custodian, period, ...code] = id.split('/');
  if (of === 'holding' || of === 'holdingChange')
    return `/custody/holdings/${custodian}/${period}?q=${encodeURIComponent(code.join('/'))}`;
  // A request for copies has no page of its own: its row is found by its number.
  if (of === 'copy') return `/use/copies/show/all?q=${encodeURIComponent(no)}`;
  const page = pages[of];
  return page === undefined ? undefined : `${page}/${id}`;
};

/** The year whose report is due: the one before this. */
export const dueYear = (): number => new Date().getFullYear() - 1;
