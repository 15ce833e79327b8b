const compiled = new Map<string, RegExp>();

/** True when `text` fits an IAM pattern, in which `*` stands for any run of characters and `?` for one. */
export function fits(pattern: string, text: string, ignoreCase = false): boolean {
  const key = `${ignoreCase ? 'i' : ''}:${pattern}`;
  let expression = compiled.get(key);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.');
    expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
    compiled.set(key, expression);
  }
  return expression.test(text);
}
