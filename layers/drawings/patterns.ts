import { type RockKind, rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import { element, ink, type Mark, path } from './svg.ts';

/** A tile of a sign in millimetres. `solid` marks are filled. */
type Tile = { width: number; height: number; lines?: string; solid?: string };

/** A filled circle as a path, since all solid marks of a tile are one. */
const dot = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const ring = dot;
const tri = (x: number, y: number, s: number) => `M${x} ${y}l${s / 2} ${s}h${-s}z`;
const cross = (x: number, y: number, s: number) => `M${x - s} ${y}h${2 * s}M${x} ${y - s}v${2 * s}`;
const times = (x: number, y: number, s: number) =>
  `M${x - s} ${y - s}l${2 * s} ${2 * s}M${x - s} ${y + s}l${2 * s} ${-2 * s}`;
const vee = (x: number, y: number, s: number) => `M${x - s} ${y - s}l${s} ${2 * s}l${s} ${-2 * s}`;
const tee = (x: number, y: number, s: number) => `M${x - s} ${y + s}h${2 * s}M${x} ${y + s}v${-2 * s}`;
const gamma = (x: number, y: number, s: number) => `M${x - s / 2} ${y + s}v${-2 * s}h${s * 1.3}`;
const wave = (y: number) => `M0 ${y}q1 -0.9 2 0t2 0`;
/** Courses of bricks. */
const bricks = 'M0 0H4M0 2H4M1 0V2M3 2V4';

const four = (lines: string, solid?: string): Tile => ({
  width: 4,
  height: 4,
  ...(lines === '' ? {} : { lines }),
  ...(solid === undefined ? {} : { solid }),
});

/** Signs by the names that `rockClasses` gives them. */
const tiles: Readonly<Record<Exclude<(typeof rockClasses)[RockKind]['pattern'], 'plain'>, Tile>> = {
  fill: four('M0.4 3.2l1.2 -1.6M2.4 1.4l1.2 -1.2', dot(3, 3, 0.2)),
  soil: four('M0.6 1.6v-1.2M1.2 1.6v-1.2M2.6 3.6v-1.2M3.2 3.6v-1.2'),
  peat: four('M0.3 1h1.6M2.3 3h1.6M1.1 1v-0.6M3.1 3v-0.6'),
  loess: four('M1 0.4v1.4M3 2.4v1.4'),
  clay: four('M0.3 1h2M2.2 3h1.8'),
  silt: four('M0.3 1h1.2M2.3 3h1.2', dot(2.6, 1, 0.18) + dot(0.8, 3, 0.18)),
  sand: four('', dot(0.8, 0.8, 0.2) + dot(2.8, 1.4, 0.2) + dot(1.4, 2.8, 0.2) + dot(3.4, 3.4, 0.2)),
  gravel: four(ring(1.1, 1.1, 0.7) + ring(3, 2.9, 0.6), dot(3, 0.8, 0.15) + dot(1, 3, 0.15)),
  conglomerate: four(`${ring(1.1, 1, 0.7)}${ring(3, 3, 0.7)}M0 2H4M0 4H4`),
  breccia: four(tri(1.1, 0.5, 1) + tri(3, 2.5, 1)),
  sandstone: four(
    '',
    dot(1, 1, 0.22) + dot(3, 1, 0.22) + dot(0, 3, 0.22) + dot(2, 3, 0.22) + dot(4, 3, 0.22),
  ),
  siltstone: four(
    'M0 2H4M0 4H4',
    dot(0.8, 1, 0.16) + dot(1.5, 1, 0.16) + dot(2.8, 3, 0.16) + dot(3.5, 3, 0.16),
  ),
  mudstone: four('M0 1H2.6M1.4 3H4'),
  shale: four('M0 0.5H4M0 1.5H4M0 2.5H4M0 3.5H4'),
  marl: four(`${bricks}M2 1h0.9M0.4 3h0.9`),
  limestone: four(bricks),
  dolomite: four('M0 0H4M0 2H4M1.3 0l-0.6 2M3.3 2l-0.6 2'),
  chert: four('M0 0H4M0 2H4', tri(1, 0.6, 0.8) + tri(3, 2.6, 0.8)),
  coal: four('M0 2H4'),
  gypsum: four('M0.6 1.8l0.8 -1.4M1.2 1.8l0.8 -1.4M2.4 3.8l0.8 -1.4M3 3.8l0.8 -1.4'),
  salt: four('M0 0H4V4H0zM2 0V4M0 2H4'),
  granite: four(cross(1, 1, 0.6) + cross(3, 3, 0.6)),
  syenite: four(`${tee(1, 1, 0.6)}${cross(3, 3, 0.6)}`),
  diorite: four(tee(1, 1, 0.6) + tee(3, 3, 0.6)),
  gabbro: four(times(1, 1, 0.55) + times(3, 3, 0.55)),
  ultramafic: four(`${times(1, 1, 0.5)}M1 0.3v1.4${times(3, 3, 0.5)}M3 2.3v1.4`),
  diabase: four(`${times(1, 1, 0.5)}${gamma(3, 3, 0.6)}`),
  basalt: four(gamma(1, 1, 0.6) + gamma(3, 3, 0.6)),
  andesite: four(vee(1, 1, 0.55) + vee(3, 3, 0.55)),
  rhyolite: four('M0.4 0.6l1 0.5l-1 0.5M2.4 2.6l1 0.5l-1 0.5M1.6 0.6l1 0.5l-1 0.5'),
  porphyry: four(cross(1, 1, 0.6), `M2.6 2.6h0.8v0.8h-0.8z`),
  tuff: four(tri(1.1, 0.5, 0.9), dot(3, 1, 0.17) + dot(1, 3, 0.17) + dot(3, 3, 0.17)),
  gneiss: four(`${wave(1)}M1 3h2`),
  migmatite: four(wave(1) + cross(2, 3, 0.5)),
  granulite: four('M0.3 1h1.2M2.3 3h1.2', dot(3, 1, 0.25) + dot(1, 3, 0.25)),
  amphibolite: four('M0.3 1h1.4M2.3 3h1.4M1 0.4v1.2M3 2.4v1.2M2.6 1h0.8M0.6 3h0.8'),
  schist: four(wave(1) + wave(3)),
  phyllite: four(`${wave(0.7)}${wave(2)}${wave(3.3)}`),
  slate: four('M0 4L4 0M-1 1L1 -1M3 5L5 3M0 2h1M2 4h1'),
  marble: four(`${bricks}M1.3 0V2M3.3 2V4`),
  quartzite: four(
    'M0 2H4M0 4H4',
    dot(1, 1, 0.2) + dot(3, 1, 0.2) + dot(2, 3, 0.2) + dot(0, 3, 0.2) + dot(4, 3, 0.2),
  ),
  skarn: four(`M0 0H4M0 2H4${times(2, 1, 0.45)}${times(0.8, 3, 0.45)}M2 2V4`),
  hornfels: four(`M0.4 1.6l0.7 -1.2l0.7 1.2M2.3 3.6l0.7 -1.2l0.7 1.2`),
  vein: four('M0 4L4 0M0 2L2 0M2 4L4 2'),
  ore: four('M0 4L4 0M-1 1L1 -1M3 5L5 3', dot(1, 1, 0.3) + dot(3, 3, 0.3)),
  fault: four(`${tri(1, 0.5, 1)}M2.2 3.6l1.6 -1.6M0.3 3.2l0.8 0.5`),
  void: four('M0 0L4 4M4 0L0 4'),
};

/** What makes the ids of this house's patterns its own in a page. */
const idOf = (kind: RockKind) => `ga-rock-${kind}`;
/** Signs on black. */
const light = '#f4f4f4';

const tileOf = (kind: RockKind): Mark => {
  const { pattern, colour } = rockClasses[kind];
  const tile: Tile = pattern === 'plain' ? { width: 4, height: 4 } : tiles[pattern];
  const stroke = kind === 'coal' ? light : ink;
  return element(
    'pattern',
    { id: idOf(kind), patternUnits: 'userSpaceOnUse', width: tile.width, height: tile.height },
    element('rect', { width: tile.width, height: tile.height, fill: colour }),
    ...(tile.lines === undefined ? [] : [path(tile.lines, { stroke, 'stroke-width': 0.18 })]),
    ...(tile.solid === undefined ? [] : [path(tile.solid, { stroke: 'none', fill: stroke })]),
  );
};

/** The signs that a drawing uses. */
export const patternDefs = (kinds: Iterable<RockKind>): Mark =>
  element('defs', {}, ...[...new Set(kinds)].map(tileOf));
/** The fill of a rock's sign. */
export const fillOf = (kind: RockKind): string => `url(#${idOf(kind)})`;
