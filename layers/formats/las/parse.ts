import { checkData, type DataCheck, type DataResult } from './data.ts';
import { type Item, parseItem, type SectionKind, sectionKind } from './section.ts';

/** What a LAS file holds, line by line. */
export type LasContent = {
  sections: Set<SectionKind>;
  version: Item[];
  well: Item[];
  curves: Item[];
  parameters: Item[];
  otherCurves: number;
  otherRows: number;
  badLines: { line: number; text: string }[];
  data: DataResult | undefined;
};

/** The value of an item of the ~V section, upper case. */
const flag = (items: readonly Item[], mnemonic: string) =>
  items
    .find((item) => item.mnemonic.toUpperCase() === mnemonic)
    ?.value.split(/\s/)[0]
    ?.toUpperCase();

/** Text curves of LAS 3.0: format {S…} or a date pattern at the end of the description. */
const textColumns = (curves: readonly Item[]) =>
  new Set(
    curves.flatMap(({ description, mnemonic }, index) =>
      /\{\s*(A?S|[DMYhms/:. -]{4,})/.test(description) || /^(DATE|TIME|COMM)/i.test(mnemonic) ? [index] : [],
    ),
  );

/** Reads the lines of a LAS file; memory does not grow with the data section. */
export async function parseLas(lines: AsyncIterable<string>, everyRows: () => void): Promise<LasContent> {
  const content: LasContent = {
    sections: new Set(),
    version: [],
    well: [],
    curves: [],
    parameters: [],
    otherCurves: 0,
    otherRows: 0,
    badLines: [],
    data: undefined,
  };
  let kind: SectionKind = 'other';
  let data: DataCheck | undefined;
  let number = 0;
  for await (const raw of lines) {
    number++;
    if (number % 10_000 === 0) everyRows();
    const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    if (text.startsWith('~')) {
      kind = sectionKind(text, Number(flag(content.version, 'VERS') ?? 2));
      content.sections.add(kind);
      if (kind === 'data')
        data ??= checkData({
          curves: content.curves.length,
          wrapped: flag(content.version, 'WRAP') === 'YES',
          delimiter: flag(content.version, 'DLM')?.replace(/^(SPACE|NONE|)$/, '') || undefined,
          text: textColumns(content.curves),
        });
      continue;
    }
    if (kind === 'data') data?.add(line);
    else if (kind === 'other-data') content.otherRows++;
    else if (kind !== 'other') addItem(content, kind, line, number);
  }
  content.data = data?.result();
  return content;
}

function addItem(content: LasContent, kind: SectionKind, line: string, number: number): void {
  const item = parseItem(line);
  if (!item) {
    if (content.badLines.length < 20) content.badLines.push({ line: number, text: line.trim().slice(0, 80) });
    return;
  }
  if (kind === 'version') content.version.push(item);
  else if (kind === 'well') content.well.push(item);
  else if (kind === 'curve') content.curves.push(item);
  else if (kind === 'parameter') content.parameters.push(item);
  else content.otherCurves++;
}
