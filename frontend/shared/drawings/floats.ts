/** Bytes of a curve as the numbers they are: 64-bit floats, little endian as all machines of readers are. */
export const floatsOf = (bytes: Uint8Array): Float64Array => {
  // A copy, since floats must begin at a multiple of eight.
  const whole = bytes.slice(0, bytes.length - (bytes.length % 8));
  return new Float64Array(whole.buffer);
};
