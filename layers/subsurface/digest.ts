const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in lower-case hexadecimal, by the engine of browser or Node. */
export const sha256Of = async (bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes));

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
/** The 64-bit little-endian bytes of a curve's values, as they are kept. */
export const curveBytes = (values: Float64Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(values.length * 8);
  if (littleEndian) bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  else {
    const view = new DataView(bytes.buffer);
    values.forEach((value, at) => {
      view.setFloat64(at * 8, value, true);
    });
  }
  return bytes;
};
