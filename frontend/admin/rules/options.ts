/** Choices of a list, with what each is called. */
export const optionsOf = <T extends string>(all: readonly T[], label: (one: T) => string) =>
  all.map((value) => ({ value, label: label(value) }));
