import { type RockKind, rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { DrawnHole } from '../column/hole.ts';
import { type DrawnLayer, layersOf } from '../column/rows.ts';

/** Layers one below the other that are of one stratum, or, where none is named, of one rock. */
export type Unit = {
  key: string;
  name: Bilingual;
  from: number;
  to: number;
  kind: RockKind;
  layers: DrawnLayer[];
};

const unitOf = (layer: DrawnLayer, tops: DrawnHole['children']['tops']): Pick<Unit, 'key' | 'name'> => {
  const middle = (layer.from + layer.to) / 2;
  const top = tops.filter((one) => one.top <= middle).toSorted((a, b) => b.top - a.top)[0];
  const stratum = layer.stratum ?? top?.stratum;
  if (stratum !== undefined)
    return { key: `stratum ${stratum.replaceAll(/\s/g, '')}`, name: { zh: stratum, en: stratum } };
  return { key: `rock ${layer.kind}`, name: rockClasses[layer.kind].name };
};

/** The thickest rock of a unit gives it its colour. */
const chiefOf = (layers: readonly DrawnLayer[]): RockKind => {
  const sums = new Map<RockKind, number>();
  for (const { kind, from, to } of layers) sums.set(kind, (sums.get(kind) ?? 0) + to - from);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'unknown';
};

export const unitsOf = ({ children }: DrawnHole): Unit[] => {
  const units: Unit[] = [];
  for (const layer of layersOf(children.layers)) {
    const { key, name } = unitOf(layer, children.tops);
    const last = units.at(-1);
    if (last !== undefined && last.key === key) {
      last.to = Math.max(last.to, layer.to);
      last.layers.push(layer);
    } else units.push({ key, name, from: layer.from, to: layer.to, kind: layer.kind, layers: [layer] });
  }
  return units.map((unit) => ({ ...unit, kind: chiefOf(unit.layers) }));
};
export const nameOf = ({ name }: Unit, language: Language) => name[language];

/**
 * Which units of two holes are one: the longest common order of keys, and of equally long ones that which joins the most thickness. Lines
 * of correlation never cross, since strata do not.
 */
export const joinedUnits = (left: readonly Unit[], right: readonly Unit[]): (readonly [Unit, Unit])[] => {
  const width = right.length + 1;
  const score = new Float64Array((left.length + 1) * width);
  // One pair more outweighs any thickness.
  const gain = (a: Unit, b: Unit) => (a.key === b.key ? 1e6 + Math.min(a.to - a.from, b.to - b.from) : 0);
  const at = (l: number, r: number) => score[l * width + r] ?? 0;
  for (let l = left.length - 1; l >= 0; l -= 1)
    for (let r = right.length - 1; r >= 0; r -= 1) {
      const [a, b] = [left[l], right[r]];
      const pair = a !== undefined && b !== undefined && a.key === b.key ? at(l + 1, r + 1) + gain(a, b) : 0;
      score[l * width + r] = Math.max(pair, at(l + 1, r), at(l, r + 1));
    }
  const pairs: (readonly [Unit, Unit])[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [a, b] = [left[l], right[r]];
    if (a !== undefined && b !== undefined && a.key === b.key && at(l, r) === at(l + 1, r + 1) + gain(a, b)) {
      pairs.push([a, b]);
      l += 1;
      r += 1;
    } else if (at(l + 1, r) >= at(l, r + 1)) l += 1;
    else r += 1;
  }
  return pairs;
};
