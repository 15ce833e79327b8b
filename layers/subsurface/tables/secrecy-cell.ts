import type { Secrecy } from '@geoarchive/domain/secrecy.ts';
import { narrow } from '@geoarchive/domain/sheets/fold.ts';

const levels: readonly (readonly [string, Secrecy])[] = [
  ['绝密', 'top-secret'],
  ['机密', 'secret'],
  ['秘密', 'confidential'],
  ['内部', 'internal'],
];
/** A mark as papers have it (GB/T 7156): the level, a star, how long; 内部 also with what is for whom. */
const marked = /^(?:密级:)?[★☆*]*(绝密|机密|秘密|内部)级?[\s★☆*]*(?:\d+\s*[年月].*|长期|资料|使用|\(.*)?$/u;

/** The level that a mark begins with (`秘密★10年`), where it names no other; undefined where it is not clear. */
export const secrecyOfMark = (text: string): Secrecy | undefined => {
  const plain = narrow(text);
  const [, word] = marked.exec(plain) ?? [];
  const named = levels.filter(([name]) => plain.includes(name));
  return named.length === 1 && named[0]?.[0] === word ? named[0]?.[1] : undefined;
};
