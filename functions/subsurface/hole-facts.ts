import type { LogFacts } from '@geoarchive/contract/hole-parts.ts';
import type { HoleBody } from '@geoarchive/contract/holes.ts';
import type { Derived } from '@geoarchive/domain/geo/place.ts';
import type { Hole, Log } from '@geoarchive/domain/subsurface/hole.ts';
import { countsOf } from '@geoarchive/domain/subsurface/hole.ts';
import { placeOf } from '@geoarchive/domain/subsurface/place.ts';

const mostStrata = 200;

const placeFacts = ({ longitude, latitude, method, accuracyMetres }: Derived) => ({
  longitude,
  latitude,
  method,
  accuracyMetres,
});

const logFactsOf = ({ id, file, index, curves }: Log): LogFacts => ({
  id,
  file,
  ...(index.top === undefined ? {} : { top: index.top }),
  ...(index.base === undefined ? {} : { base: index.base }),
  curves: curves.map(({ mnemonic, unit, top, base }) => ({
    mnemonic,
    unit,
    ...(top === undefined ? {} : { top }),
    ...(base === undefined ? {} : { base }),
  })),
});

/** What a hole's row in the table knows of it, beside who it belongs to and how far its release is. */
export const factsOf = (
  hole: Hole,
): Pick<HoleBody, 'header' | 'place' | 'noPlace' | 'counts' | 'logs' | 'strata'> => {
  const place = placeOf(hole.header);
  const strata = [
    ...hole.children.tops.map(({ stratum }) => stratum),
    ...hole.children.layers.flatMap(({ stratum, rock }) => [stratum, rock]),
  ].filter((word) => word !== undefined);
  return {
    header: hole.header,
    ...('why' in place ? { noPlace: place.why } : { place: placeFacts(place) }),
    counts: countsOf(hole),
    logs: hole.logs.map(logFactsOf),
    strata: [...new Set(strata)].slice(0, mostStrata),
  };
};
