import type { Epoch } from '@geoarchive/domain/sheets/day.ts';
import { unreadable } from '../../unreadable.ts';
import type { Package } from './package.ts';
import { attribute } from './text.ts';

type Relation = { type: string; target: string };

/** The relations of a part by their id; targets are names in the package. */
const relationsOf = async (zip: Package, part: string): Promise<Map<string, Relation>> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relation>();
  if (!zip.has(name)) return found;
  await zip.scanWhole(name, {
    open: (tag, attributes) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(attributes, key));
      if (tag !== 'Relationship' || id === undefined || target === undefined) return;
      // Resolved as addresses are, so that `../` and a leading slash mean what they mean.
      const path = new URL(target, `http://package/${folder}`).pathname.slice(1);
      found.set(id, { type: (type ?? '').split('/').at(-1) ?? '', target: decodeURIComponent(path) });
    },
  });
  return found;
};

const byType = (relations: Map<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((relation) => relation.type === type)?.target;

/** What the kinds of parts say: a workbook with macros or in binary form is refused. */
const expectPlain = async (zip: Package): Promise<void> => {
  const kinds: string[] = [];
  await zip.scanWhole('[Content_Types].xml', {
    open: (_, attributes) => kinds.push(attribute(attributes, 'ContentType')?.toLowerCase() ?? ''),
  });
  const some = (word: string) => kinds.some((kind) => kind.includes(word));
  if (some('sheet.binary')) throw unreadable('binary-workbook');
  if (some('macroenabled') || some('vbaproject') || some('intlmacrosheet') || some('.macrosheet'))
    throw unreadable('macros');
  if (!some('spreadsheetml') && !some('sheet.main')) throw unreadable('not-a-sheet');
};

const readProperties = async (zip: Package, name: string | undefined): Promise<Map<string, string>> => {
  const properties = new Map<string, string>();
  let current: string | undefined;
  if (name === undefined || !zip.has(name)) return properties;
  await zip.scanWhole(name, {
    open: (tag, attributes) => {
      if (tag === 'property') current = attribute(attributes, 'name');
    },
    text: (text) => {
      if (current !== undefined && text.trim() !== '') properties.set(current, text.trim());
    },
  });
  return properties;
};

/** What a workbook is made of: the part of each visible sheet in order, the parts that all use, its own properties. */
export type Contents = {
  sheets: { name: string; part: string }[];
  strings: string | undefined;
  styles: string | undefined;
  epoch: Epoch;
  properties: ReadonlyMap<string, string>;
};

export const readContents = async (zip: Package): Promise<Contents> => {
  if (!zip.has('[Content_Types].xml')) throw unreadable('not-a-sheet');
  await expectPlain(zip);
  const root = await relationsOf(zip, '');
  const workbook = byType(root, 'officeDocument');
  if (workbook === undefined || !zip.has(workbook)) throw unreadable('damaged', { what: 'workbook' });
  const relations = await relationsOf(zip, workbook);
  const sheets: Contents['sheets'] = [];
  let epoch: Epoch = 1900;
  await zip.scanWhole(workbook, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr' && /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')) epoch = 1904;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      if (tag === 'sheet' && !hidden && relation?.type === 'worksheet')
        sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.target });
    },
  });
  return {
    sheets,
    epoch,
    strings: byType(relations, 'sharedStrings'),
    styles: byType(relations, 'styles'),
    properties: await readProperties(zip, byType(root, 'custom-properties')),
  };
};
