import type { Ole, OleEntry } from './ole.ts';

/** What a compound file is, told by its streams, and whether it needs a password. */
export type OleKind = { format: string; encrypted: boolean; puid?: string };

const find = ({ entries }: Ole, ...names: string[]): OleEntry | undefined =>
  entries.find(({ name }) => names.includes(name));

/** Excel: a FILEPASS record (0x2F) among the first records of the workbook ([MS-XLS], 2.4.117). */
async function workbookLocked(ole: Ole, entry: OleEntry): Promise<boolean> {
  const bytes = await ole.read(entry, 8192);
  for (let at = 0, records = 0; at + 4 <= bytes.length && records < 50; records++) {
    if (bytes.readUInt16LE(at) === 0x2f) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}

/** Word: the flags of the file information block ([MS-DOC], 2.5.1, bits fDot and fEncrypted). */
async function documentKind(ole: Ole, entry: OleEntry): Promise<OleKind> {
  const bytes = await ole.read(entry, 32);
  const flags = bytes.length >= 12 ? bytes.readUInt16LE(10) : 0;
  const template = (flags & 1) !== 0;
  const encrypted = (flags & 0x100) !== 0;
  const puid = encrypted ? (template ? 'fmt/755' : 'fmt/754') : template ? 'x-fmt/45' : undefined;
  return { format: 'doc', encrypted, ...(puid === undefined ? {} : { puid }) };
}

/** PowerPoint: the token of the current user ([MS-PPT], 2.3.2). */
async function slidesLocked(ole: Ole): Promise<boolean> {
  const user = find(ole, 'Current User');
  const bytes = user && (await ole.read(user, 16));
  return bytes !== undefined && bytes.length >= 16 && bytes.readUInt32LE(12) === 0xf3d1c4df;
}

/** Tells the document type of a compound file. */
export async function oleKind(ole: Ole): Promise<OleKind> {
  if (find(ole, 'EncryptedPackage')) return { format: 'ooxml-encrypted', encrypted: true };
  const word = find(ole, 'WordDocument');
  if (word) return documentKind(ole, word);
  const workbook = find(ole, 'Workbook', 'WORKBOOK');
  if (workbook) return { format: 'xls', encrypted: await workbookLocked(ole, workbook) };
  const book = find(ole, 'Book', 'BOOK');
  if (book) return { format: 'xls', encrypted: await workbookLocked(ole, book) };
  if (find(ole, 'PowerPoint Document')) return { format: 'ppt', encrypted: await slidesLocked(ole) };
  if (find(ole, 'VisioDocument')) return { format: 'vsd', encrypted: false };
  if (find(ole, '__properties_version1.0')) return { format: 'msg', encrypted: false };
  return { format: 'ole2', encrypted: false };
}
