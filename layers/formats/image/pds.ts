import { latin } from '../core/bytes.ts';
import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

/** Value of a keyword of the label, without its unit; undefined when it is not there. */
const keyword = (label: string, name: string) =>
  new RegExp(`^\\s*${name}\\s*=\\s*"?([^"\\r\\n]*?)"?\\s*(<[^>]*>)?\\s*$`, 'm').exec(label)?.[1]?.trim();

/** PDS 3 image with its label: size of the image, and whether all records are there. */
export async function readPds({ source }: Reading): Promise<Found> {
  const text = latin(await source.read(0, Math.min(source.size, 64 * 1024)));
  const label = text.split(/^END\s*$/m, 1)[0] ?? text;
  const number = (name: string) => {
    const value = Number(keyword(label, name));
    return Number.isFinite(value) && value > 0 ? value : undefined;
  };
  const [records, bytes, width, height] = ['FILE_RECORDS', 'RECORD_BYTES', 'LINE_SAMPLES', 'LINES'].map(
    number,
  );
  // A label that points to the image by a number holds it in the same file.
  const attached = /^\s*\^\w*IMAGE\w*\s*=\s*\d+/m.test(label);
  const expected = attached && records !== undefined && bytes !== undefined ? records * bytes : 0;
  const problems =
    expected > source.size
      ? [problem('truncated', { what: 'FILE_RECORDS', expected, size: source.size })]
      : [];
  const metadata = {
    title: keyword(label, 'PRODUCT_ID'),
    target: keyword(label, 'TARGET_NAME'),
    width,
    height,
  };
  return { problems, metadata };
}
