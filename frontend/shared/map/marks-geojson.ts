import type { Feature, FeatureCollection, Point } from 'geojson';

/** A mark at a place (degrees): its size tells of a count, its colour of a share from 0 to 1; both stand beside it as text. */
export type Mark = {
  id: string;
  at: readonly [longitude: number, latitude: number];
  count: number;
  /** Left out where there is none. */
  share?: number;
  text: string;
};

export const marksToGeoJson = (marks: readonly Mark[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: marks.map(
    ({ id, at: [longitude, latitude], count, share, text }): Feature<Point> => ({
      type: 'Feature',
      // Without a share it is told apart by one that none can have.
      properties: { id, count, share: share ?? -1, text },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    }),
  ),
});
