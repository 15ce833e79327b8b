import { holeFacets } from '@geoarchive/contract/hole-search.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/numbers.ts';
import { type ListChange, type ListState, toggled } from '../../list/url-state.ts';
import { facetValues, useFacetWords } from './facet-words.ts';
import type { FacetCounts, HoleFacet } from './shape.ts';

type Change = (change: ListChange) => void;
type Props = { counts: FacetCounts; state: ListState; onChange: Change };
const few = 6;

const One = ({ facet, counts, state, onChange }: Props & { facet: HoleFacet }) => {
  const { t } = useTranslation();
  const words = useFacetWords();
  const [all, showAll] = useState(false);
  const chosen = state.filters[facet] ?? [];
  const values = facetValues(facet, counts, chosen);
  const missing = chosen.filter((one) => !values.some(({ value }) => value === one));
  const listed = [...missing.map((value) => ({ value, count: 0 })), ...values];
  // One archive's staff see that archive alone: nothing to choose.
  if (listed.length === 0 || (facet === 'node' && listed.length < 2 && chosen.length === 0)) return null;
  const shown = all ? listed : listed.filter(({ value }, at) => at < few || chosen.includes(value));
  const toggle = (value: string, on: boolean) =>
    onChange((now) => ({ filters: toggled(now, facet, value, on) }));
  return (
    <fieldset className="ga-facet">
      <legend>{t(`hole.facet.${facet}`)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span>{words(facet, value)}</span>
          <span>{formatCount(count)}</span>
        </label>
      ))}
      {listed.length > few && (
        <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => showAll(!all)}>
          {all ? t('hole.search.fewer') : t('hole.search.all', { count: listed.length })}
        </Button>
      )}
    </fieldset>
  );
};

/** Values that narrow what is found, with how many holes have each. */
export const HoleFacets = (props: Props) =>
  holeFacets.map((facet) => <One key={facet} facet={facet} {...props} />);
