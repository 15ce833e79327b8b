const headerBytes = 8;
const pointBytes = 21;
const pointType = 1;

/** A point as GeoPackageBinary (OGC 12-128r18, 2.1.3): header, little endian and without an envelope, then WKB. */
export const pointBlob = (x: number, y: number, system: number): Uint8Array => {
  const bytes = new Uint8Array(headerBytes + pointBytes);
  const view = new DataView(bytes.buffer);
  // “GP”, version 1 as 0, flags: the numbers of the header are little endian.
  bytes.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, system, true);
  view.setUint8(headerBytes, 1);
  view.setUint32(headerBytes + 1, pointType, true);
  view.setFloat64(headerBytes + 5, x, true);
  view.setFloat64(headerBytes + 13, y, true);
  return bytes;
};
