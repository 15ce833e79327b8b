import type { LocalFile } from './ports.ts';

/** Left behind by desktops, never part of a deposit. */
const litter = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

const isLitter = (path: string): boolean => {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  return litter.has(name) || name.startsWith('~$') || path.startsWith('__MACOSX/');
};

const top = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined);

/**
 * Paths relative to the folder handed in: one common top folder is left away, desktop litter is left out.
 * Gives the files in the order of their paths and how many were left out.
 */
export const tidyPaths = (files: readonly LocalFile[]): { files: LocalFile[]; leftOut: number } => {
  const kept = files.filter((file) => !isLitter(file.path));
  const [first] = kept;
  const folder = first === undefined ? undefined : top(first.path);
  const common = folder !== undefined && kept.every((file) => top(file.path) === folder);
  const tidy = kept.map((file) => ({
    ...file,
    path: (common ? file.path.slice(folder.length + 1) : file.path).normalize('NFC'),
  }));
  tidy.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { files: tidy, leftOut: files.length - kept.length };
};

/** The files of an `<input type="file">`, with their folders where a folder was chosen. */
export const filesOfInput = (list: FileList): LocalFile[] =>
  [...list].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    size: file.size,
    blob: file,
  }));

const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives at most 100 entries a call, and none when it is through.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const filesOfEntry = async (entry: FileSystemEntry): Promise<LocalFile[]> => {
  if (isFolder(entry)) {
    const found: LocalFile[] = [];
    for (const child of await entriesOf(entry)) found.push(...(await filesOfEntry(child)));
    return found;
  }
  if (!isFile(entry)) return [];
  const file = await new Promise<File>((done, fail) => entry.file(done, fail));
  return [{ path: entry.fullPath.replace(/^\//, ''), size: file.size, blob: file }];
};

/** The files of a drop, folders walked through. Must be called while the drop event is handled. */
export const filesOfDrop = async (items: DataTransferItemList): Promise<LocalFile[]> => {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return (await Promise.all(entries.map(filesOfEntry))).flat();
};
