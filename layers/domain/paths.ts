import { limits } from './limits.ts';
import type { Bilingual } from './text.ts';

export type PathProblem = { code: string; message: Bilingual };
export type CheckedPath = { ok: true; path: string } | { ok: false; problem: PathProblem };

const refuse = (code: string, zh: string, en: string): CheckedPath => ({
  ok: false,
  problem: { code, message: { zh, en } },
});
// biome wants no control characters in literals, so by code point: C0, DEL and C1. Half a surrogate pair cannot be stored as UTF-8.
const isControl = (point: number): boolean => point < 32 || (point >= 127 && point < 160);
const hasControl = (text: string): boolean =>
  !text.isWellFormed() || [...text].some((c) => isControl(c.codePointAt(0) ?? 0));

/**
 * Checks and normalises a file's path inside a deposit: relative, `/` between folders (a Windows `\` is taken as one),
 * Unicode NFC. Chinese and emoji are welcome; what some system could not store or would read as another place is not.
 */
export const checkPath = (given: string): CheckedPath => {
  const path = given.normalize('NFC').replaceAll('\\', '/');
  if (path === '')
    return refuse('path-empty', '文件名为空，请给文件命名。', 'The name is empty: give the file a name.');
  if (hasControl(path))
    return refuse(
      'path-control-character',
      '文件名含有控制字符，请重命名后再登记。',
      'The name holds a control character: rename the file.',
    );
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return refuse(
      'path-absolute',
      '请使用相对于汇交文件夹的路径，不要带盘符或开头的“/”。',
      'Give the path relative to the folder handed in, without a drive or leading "/".',
    );
  if (path.length > limits.pathLength)
    return refuse(
      'path-too-long',
      `路径超过 ${limits.pathLength} 个字符，请缩短文件夹名或文件名。`,
      `The path is longer than ${limits.pathLength} characters: shorten folder or file names.`,
    );
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..')
      return refuse(
        'path-not-plain',
        '路径含有“.”“..”或空的一级，请从汇交文件夹内重新选择文件。',
        'The path holds ".", ".." or an empty level: choose the file again from inside the folder.',
      );
    if (part.length > limits.nameLength)
      return refuse(
        'name-too-long',
        `“${part.slice(0, 20)}…”超过 ${limits.nameLength} 个字符，请缩短。`,
        `"${part.slice(0, 20)}…" is longer than ${limits.nameLength} characters: shorten it.`,
      );
    if (/[. ]$/.test(part))
      return refuse(
        'name-ends-badly',
        `“${part}”以句点或空格结尾，Windows 无法保存，请重命名。`,
        `"${part}" ends with a dot or space, which Windows cannot store: rename it.`,
      );
  }
  return { ok: true, path };
};
