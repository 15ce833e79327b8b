const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Limits of Amazon S3 (user guide, "Amazon S3 multipart upload limits"). Bytes unless the name says otherwise. */
export const MAX_PUT = 5 * GIB;
export const MAX_COPY = 5 * GIB;
export const MIN_PART = 5 * MIB;
export const MAX_PARTS_COUNT = 10_000;
export const MAX_OBJECT = 50 * 1024 * GIB;
export const MAX_KEY = 1024;
export const MAX_USER_METADATA = 2048;
export const MAX_PAGE_COUNT = 1000;
/** Bodies that are XML or JSON are read whole; 10 000 parts with checksums stay well under this. */
export const MAX_XML = 8 * MIB;
