/**
 * Keeps the last results of a computation until what it was made from has another revision. The pages of one question,
 * and its variants when somebody clicks through filters, ask for the same words and rights again and again.
 */
export const remembered = <Input, Output>(
  compute: (input: Input) => Output,
  revision: () => number,
  most: number,
): ((input: Input) => Output) => {
  const results = new Map<string, Output>();
  let made = revision();
  return (input) => {
    if (made !== revision()) results.clear();
    made = revision();
    const key = JSON.stringify(input);
    const found = results.get(key) ?? compute(input);
    // Deleted and set again: the order of a map is that of setting, so the first is the least recently used.
    results.delete(key);
    results.set(key, found);
    const [oldest] = results.keys();
    if (results.size > most && oldest !== undefined) results.delete(oldest);
    return found;
  };
};
