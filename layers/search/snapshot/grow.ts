type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The same numbers in an array of at least `size` places, with room for more; the new places hold zeros. */
export const grown = <A extends Numbers>(array: A, size: number, make: (length: number) => A): A => {
  if (array.length >= size) return array;
  const larger = make(Math.max(1024, Math.ceil(size * 1.3)));
  larger.set(array);
  return larger;
};
