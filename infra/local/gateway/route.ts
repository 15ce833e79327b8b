import type { Method, Node } from './api.ts';

export type Match = { method: Method; parameters: Record<string, string> | null };

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
const nameOf = (part: string): string => part.replace(/^\{|\+?\}$/g, '');
const rank = (part: string): number => (!part.startsWith('{') ? 0 : part.endsWith('+}') ? 2 : 1);

function walk(
  node: Node,
  rest: string[],
  parameters: Record<string, string>,
): [Node, Record<string, string>][] {
  const [head, ...tail] = rest;
  if (head === undefined) return [[node, parameters]];
  return [...node.children]
    .sort((a, b) => rank(a.part) - rank(b.part))
    .flatMap((child): [Node, Record<string, string>][] => {
      const name = nameOf(child.part);
      const kind = rank(child.part);
      if (kind === 2) return [[child, { ...parameters, [name]: rest.map(decode).join('/') }]];
      if (kind === 1) return head === '' ? [] : walk(child, tail, { ...parameters, [name]: decode(head) });
      return child.part === decode(head) ? walk(child, tail, parameters) : [];
    });
}

/** Finds the method for a path within the stage, as API Gateway does: exact before {name} before {name+}, ANY last. */
export function route(root: Node, httpMethod: string, path: string): Match | undefined {
  const parts = path.replace(/^\//, '').split('/');
  // A trailing slash is no further part; a lone one is the root.
  const rest = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  for (const [node, parameters] of walk(root, rest, {})) {
    const method = node.methods.get(httpMethod) ?? node.methods.get('ANY');
    if (method) return { method, parameters: Object.keys(parameters).length > 0 ? parameters : null };
  }
  return undefined;
}
