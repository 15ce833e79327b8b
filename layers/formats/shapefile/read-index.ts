import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { readShapeHeader, shapeTypes } from './header.ts';

/** The index of a shapefile on its own: number of records. */
export async function readIndex({ source }: Reading): Promise<Found> {
  const { bytes, type } = await readShapeHeader(source);
  const problems =
    bytes > source.size
      ? [problem('truncated', { what: source.name, expected: bytes, size: source.size })]
      : [];
  return {
    problems,
    metadata: {
      geometry: shapeTypes[type] ?? `type ${type}`,
      features: Math.max(0, Math.floor((bytes - 100) / 8)),
    },
  };
}
