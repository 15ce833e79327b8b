import { provinces } from '@geoarchive/domain/regions.ts';
import { depthClasses } from '@geoarchive/domain/subsurface/classes.ts';
import { holeTypes, wellClasses } from '@geoarchive/domain/subsurface/codes.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { useTranslation } from 'react-i18next';
import { useConfig } from '../../config/context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { FacetCounts, HoleFacet } from './shape.ts';

const names: Partial<Record<HoleFacet, Readonly<Record<string, Bilingual>>>> = {
  holeType: holeTypes,
  wellClass: wellClasses,
  depthClass: depthClasses,
  release: holeLifecycle.states,
  region: provinces,
  part: Object.fromEntries(Object.entries(childTables).map(([kind, { title }]) => [kind, title])),
};

/** What a value of a facet is called. */
export const useFacetWords = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  return (facet: HoleFacet, value: string): string => {
    if (facet === 'part' && value === 'logs') return t('hole.logs');
    const node = facet === 'node' ? nodes.find(({ code }) => code === value)?.name : undefined;
    const name = names[facet]?.[value] ?? node;
    return name === undefined ? value : say(name);
  };
};

type Counted = { value: string; count: number }[];
const orders: Partial<Record<HoleFacet, readonly string[]>> = { depthClass: Object.keys(depthClasses) };

/**
 * The values of a facet in the order people look for them: years from the latest, depths from the least, all else by number. Regions are
 * counted on every level; those with a name are the provinces, which people narrow by first.
 */
export const facetValues = (facet: HoleFacet, counts: FacetCounts, chosen: readonly string[]): Counted => {
  const all = counts[facet] ?? [];
  const kept =
    facet === 'region' ? all.filter(({ value }) => value in provinces || chosen.includes(value)) : all;
  const order = orders[facet];
  if (order !== undefined) return kept.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return facet === 'formedYear' ? kept.toSorted((a, b) => b.value.localeCompare(a.value)) : kept;
};
