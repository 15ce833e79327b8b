import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPage,
  PDFRef,
  PDFStream,
} from 'pdf-lib';

/** What leads from an object to others. */
const within = (one: PDFObject): PDFObject[] => {
  if (one instanceof PDFArray) return one.asArray();
  const dict = one instanceof PDFStream ? one.dict : one;
  if (!(dict instanceof PDFDict)) return [];
  // To its parent a page leads to all pages: it is not taken along.
  return dict.entries().flatMap(([name, what]) => (name === PDFName.of('Parent') ? [] : [what]));
};

/** What of the document the pages lead to. */
const reachedFrom = (document: PDFDocument, nodes: readonly PDFPage['node'][]): ReadonlySet<PDFObject> => {
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = [...nodes];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    const next = one instanceof PDFRef ? [document.context.lookup(one)] : within(one);
    for (const what of next) if (what !== undefined) waiting.push(what);
  }
  return seen;
};

/**
 * Takes along which layers (optional content, ISO 32000-1 8.11) are shown and which are hidden, of the layers that the pages use and no
 * others: else what a document hides would be shown. `copier` is the one that copied the pages, so that these are the same layers.
 */
export const keepLayers = (
  { from, to, copier }: { from: PDFDocument; to: PDFDocument; copier: PDFObjectCopier },
  nodes: readonly PDFPage['node'][],
): void => {
  const properties = from.catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict);
  if (properties === undefined) return;
  const reached = reachedFrom(from, nodes);
  const used = (of: PDFDict, list: string): PDFArray => {
    const kept = to.context.obj([]);
    for (const one of of.lookupMaybe(PDFName.of(list), PDFArray)?.asArray() ?? [])
      if (one instanceof PDFRef && reached.has(one)) kept.push(copier.copy(one));
    return kept;
  };
  const plain = (of: PDFDict, name: string): PDFObject | undefined => {
    const found = of.lookup(PDFName.of(name));
    return found === undefined ? undefined : copier.copy(found);
  };
  const groups = used(properties, 'OCGs');
  if (groups.size() === 0) return;
  const state = properties.lookupMaybe(PDFName.of('D'), PDFDict) ?? from.context.obj({});
  const shown = to.context.obj({ ON: used(state, 'ON'), OFF: used(state, 'OFF') });
  for (const name of ['BaseState', 'Intent']) {
    const said = plain(state, name);
    if (said !== undefined) shown.set(PDFName.of(name), said);
  }
  // Layers that a viewer hides or shows by what they are for, such as those for print alone.
  const byUse = to.context.obj([]);
  const uses = state.lookupMaybe(PDFName.of('AS'), PDFArray);
  for (let at = 0; at < (uses?.size() ?? 0); at += 1) {
    const use = uses?.lookup(at);
    if (!(use instanceof PDFDict)) continue;
    const kept = to.context.obj({ OCGs: used(use, 'OCGs') });
    for (const name of ['Event', 'Category']) {
      const said = plain(use, name);
      if (said !== undefined) kept.set(PDFName.of(name), said);
    }
    byUse.push(kept);
  }
  shown.set(PDFName.of('AS'), byUse);
  to.catalog.set(PDFName.of('OCProperties'), to.context.obj({ OCGs: groups, D: shown }));
};
