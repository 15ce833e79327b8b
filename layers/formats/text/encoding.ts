/** Text encodings that are told apart; labels of the WHATWG encoding standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';
export type Guess = { encoding: Encoding; bom: number; sure: boolean };

/** A beginning of bytes as text of one character each, without Node's Buffer: sheets are read in the browser too. */
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** True when the bytes are UTF-8; with `cut` a character may be broken off at the end. */
function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

/** Shares of high bytes that pair up as GBK and that are common hanzi (rows 16-55 of GB 2312). */
function gbkPairs(bytes: Uint8Array): { pairs: number; common: number; broken: number } {
  let pairs = 0;
  let common = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const pair = lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
    const four = lead >= 0x81 && lead <= 0xfe && trail >= 0x30 && trail <= 0x39;
    if (four) i += 3;
    else if (pair) {
      pairs++;
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) common++;
      i++;
    } else if (i + 1 < bytes.length) broken++;
  }
  return { pairs, common, broken };
}

function wide(text: string): Encoding | undefined {
  const sample = text.slice(0, 2000);
  if (sample.length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === '\0') i % 2 ? odd++ : even++;
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** Tells the encoding of a text from its first bytes; `cut` when the file goes on after them. */
export function guessEncoding(bytes: Uint8Array, cut: boolean): Guess {
  const text = latin(bytes.subarray(0, 4000));
  if (text.startsWith('\xef\xbb\xbf')) return { encoding: 'utf-8', bom: 3, sure: true };
  if (text.startsWith('\xff\xfe')) return { encoding: 'utf-16le', bom: 2, sure: true };
  if (text.startsWith('\xfe\xff')) return { encoding: 'utf-16be', bom: 2, sure: true };
  const unmarked = wide(text);
  if (unmarked) return { encoding: unmarked, bom: 0, sure: true };
  if (isUtf8(bytes, cut)) return { encoding: 'utf-8', bom: 0, sure: true };
  const { pairs, common, broken } = gbkPairs(bytes);
  const chinese =
    broken === 0 ? common >= pairs * 0.5 : common > 8 && common >= pairs * 0.7 && broken < pairs * 0.02;
  if (chinese) return { encoding: 'gb18030', bom: 0, sure: broken === 0 && pairs >= 4 };
  return { encoding: 'windows-1252', bom: 0, sure: false };
}

/** Name of an encoding as people know it. */
export const encodingName = (encoding: Encoding) =>
  ({
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16LE',
    'utf-16be': 'UTF-16BE',
    gb18030: 'GBK',
    'windows-1252': 'Windows-1252',
  })[encoding];

/** Decodes bytes as guessed, without the byte order mark; unknown characters become U+FFFD. */
export function decode(bytes: Uint8Array, guess: Guess): string {
  return new TextDecoder(guess.encoding).decode(bytes.subarray(guess.bom));
}
