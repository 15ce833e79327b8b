/** A file to look into: only ranged reads, so that a 200 GB seismic volume is never streamed. */
export type Source = {
  /** Name as the submitter gave it (a path or a base name); never trusted for identification. */
  name: string;
  /** Size in bytes. */
  size: number;
  /** Bytes from offset; fewer than asked for only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
};

/** Finds a file beside the inspected one by its base name (companions of a shapefile). */
export type Siblings = (name: string) => Source | undefined | Promise<Source | undefined>;
