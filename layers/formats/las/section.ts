/** What a section of a LAS file is for. */
export type SectionKind =
  | 'version'
  | 'well'
  | 'curve'
  | 'parameter'
  | 'data'
  | 'other-data'
  | 'other-definition'
  | 'other';

/**
 * The kind of a section by its title line. LAS 1.2 and 2.0 look at the first letter after the tilde; LAS 3.0
 * spells sections out and adds `_Definition` and `_Data` sections of its own (LAS 3.0, File Structures, 7).
 */
export function sectionKind(title: string, version: number): SectionKind {
  const name = title.replace(/^\s*~\s*/, '').toUpperCase();
  // Some writers leave out the letter of the data section and put the column heads there.
  if (/^\s*~\s+\S/.test(title)) return 'data';
  if (version >= 3) {
    if (/^(LOG_DATA|ASCII|A(\s|$|\|))/.test(name)) return 'data';
    if (/^(LOG_DEFINITION|CURVE|C(\s|$))/.test(name)) return 'curve';
    if (/^\S*_DATA|\|/.test(name)) return 'other-data';
    if (/_DEFINITION/.test(name)) return 'other-definition';
    if (/^(LOG_PARAMETER|PARAMETER|P(\s|$))/.test(name)) return 'parameter';
    if (/^[VW]/.test(name)) return name.startsWith('V') ? 'version' : 'well';
    return 'other';
  }
  const kinds: Record<string, SectionKind> = {
    V: 'version',
    W: 'well',
    C: 'curve',
    P: 'parameter',
    A: 'data',
  };
  return kinds[name[0] ?? ''] ?? 'other';
}

/** A header line of LAS: `MNEM.UNIT VALUE : DESCRIPTION`. */
export type Item = { mnemonic: string; unit: string; value: string; description: string };

/**
 * Reads a header line: the first dot ends the mnemonic, the first blank after it the unit, the last colon
 * the value (LAS 2.0, 5.2). A value may hold colons (times), so the colon must be followed by no digit.
 */
export function parseItem(line: string): Item | undefined {
  const dot = line.indexOf('.');
  if (dot < 1) return undefined;
  const rest = line.slice(dot + 1);
  const unit = /^\[[^\]]*\]|^\S*/.exec(rest)?.[0] ?? '';
  const colonInUnit = unit.indexOf(':');
  const shortUnit = colonInUnit >= 0 ? unit.slice(0, colonInUnit) : unit;
  const after = rest.slice(shortUnit.length);
  const colon = valueEnd(after);
  return {
    mnemonic: line.slice(0, dot).trim(),
    unit: shortUnit,
    value: (colon < 0 ? after : after.slice(0, colon)).trim(),
    description: colon < 0 ? '' : after.slice(colon + 1).trim(),
  };
}

/** Place of the colon that ends the value: a blank before or after it marks it out from times like 13:45. */
function valueEnd(text: string): number {
  const marked = /\s:|:\s|:$/.exec(text);
  if (marked) return marked.index + (text[marked.index] === ':' ? 0 : 1);
  return text.lastIndexOf(':');
}
