/** A finished piece of SVG; lengths are millimetres of paper. */
export type Mark = string;
type Value = string | number | undefined;
type Attributes = Readonly<Record<string, Value>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 forbids even when escaped: control characters and halves of pairs. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string) =>
  text.replaceAll(forbidden, '\ufffd').replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
/** A hundredth of a millimetre is finer than any printer. */
const fine = (value: number): number => Math.round(value * 100) / 100;
const written = (value: string | number) =>
  typeof value === 'number' ? String(fine(value)) : escaped(value);

/** An element; attributes without a value are left out. */
export const element = (name: string, attributes: Attributes, ...inner: readonly Mark[]): Mark => {
  const said = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${written(value)}"`)
    .join('');
  return inner.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${inner.join('')}</${name}>`;
};

export const ink = '#1a1a1a';
const thin = 0.15;
export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): Mark =>
  element('line', { x1, y1, x2, y2, stroke: ink, 'stroke-width': thin, ...more });
export const box = (x: number, y: number, width: number, height: number, more: Attributes = {}): Mark =>
  element('rect', { x, y, width, height, fill: 'none', stroke: ink, 'stroke-width': thin, ...more });
/** A line through points: x, y, x, y … */
export const polyline = (points: readonly number[], more: Attributes = {}): Mark =>
  element('polyline', {
    points: points.map((value, at) => `${at === 0 ? '' : at % 2 === 0 ? ' ' : ','}${fine(value)}`).join(''),
    fill: 'none',
    stroke: ink,
    'stroke-width': thin,
    ...more,
  });
export const path = (d: string, more: Attributes = {}): Mark =>
  element('path', { d, fill: 'none', stroke: ink, 'stroke-width': thin, ...more });
export const group = (attributes: Attributes, ...inner: readonly Mark[]): Mark =>
  element('g', attributes, ...inner);

export type Anchor = 'start' | 'middle' | 'end';
/** A line of text on its base line; `size` is the height of a Chinese character in millimetres. */
export const text = (
  x: number,
  y: number,
  said: string,
  size: number,
  more: Attributes & { 'text-anchor'?: Anchor } = {},
) => element('text', { x, y, 'font-size': size, fill: ink, ...more }, escaped(said));

/** Fonts of readers' machines; in a PDF the first is the house font. */
const fonts =
  "Noto, 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

export type Drawing = { width: number; height: number; svg: string };
/** A whole drawing in millimetres, on white paper, with its title for those who do not see it. */
export const drawing = (
  width: number,
  height: number,
  title: string,
  ...inner: readonly Mark[]
): Drawing => ({
  width: fine(width),
  height: fine(height),
  svg: element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${fine(width)}mm`,
      height: `${fine(height)}mm`,
      viewBox: `0 0 ${fine(width)} ${fine(height)}`,
      'font-family': fonts,
    },
    element('title', {}, escaped(title)),
    element('rect', { width, height, fill: '#ffffff' }),
    ...inner,
  ),
});
