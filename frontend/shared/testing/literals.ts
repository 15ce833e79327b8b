import { parseSync } from '@swc/core';

/** Attributes whose values people read or hear. */
const read = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'extra',
  'okText',
  'cancelText',
  'description',
]);
/** Written the same in every language. */
const names = new Set(['SHA-256']);

export const hanIn = (text: string): boolean => /\p{Script=Han}/u.test(text);
const wordsIn = (text: string): boolean => /\p{L}{2,}/u.test(text);

type Node = { type?: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const textOf = (node: Node): string => {
  const value = node['value'] ?? node['cooked'];
  return typeof value === 'string' ? value : '';
};
const nameOf = (node: Node): string => {
  const name = node['name'];
  return isNode(name) && typeof name['value'] === 'string' ? name['value'] : '';
};

/** The text a node holds for people, if it does. */
const spoken = (node: Node): string | undefined => {
  if (node.type === 'JSXText') return wordsIn(textOf(node)) ? textOf(node).trim() : undefined;
  const attribute = node.type === 'JSXAttribute' && read.has(nameOf(node)) ? node['value'] : undefined;
  if (isNode(attribute) && attribute.type === 'StringLiteral' && wordsIn(textOf(attribute)))
    return textOf(attribute);
  const literal = node.type === 'StringLiteral' || node.type === 'TemplateElement';
  return literal && hanIn(textOf(node)) ? textOf(node) : undefined;
};

const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isNode(value)) return [];
  const own = spoken(value);
  return own === undefined ? Object.values(value).flatMap(textsOf) : [own];
};

/** Texts for people written straight into a component instead of the language files; used by the test of the texts. */
export const literalsIn = (source: string): string[] =>
  textsOf(parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' }).body).filter(
    (text) => !names.has(text),
  );
