import { dataClassName } from '@geoarchive/domain/codes/data-classes.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { type ListChange, type ListState, toggled } from '@geoarchive/frontend-shared/list/url-state.ts';
import { useTranslation } from 'react-i18next';
import { type FacetName, facets } from './shape.ts';

type Counts = Partial<Record<FacetName, { value: string; count: number }[]>>;
type Props = { counts: Counts; state: ListState; onChange: (change: ListChange) => void };

const useFacetLabel = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  return (facet: FacetName, value: string): string => {
    if (facet === 'dataClass') return say(dataClassName(value));
    const province = facet === 'regions' ? provinces[value] : undefined;
    if (province !== undefined) return say(province);
    if (facet === 'access') return t(value === 'open' ? 'record.open' : 'record.catalogueOnly');
    const node = facet === 'node' ? nodes.find(({ code }) => code === value) : undefined;
    return node === undefined ? value : say(node.name);
  };
};

/** Regions are counted on every level; their names are known for provinces, which are what people narrow by first. */
const shownValues = (
  facet: FacetName,
  values: { value: string; count: number }[],
  chosen: readonly string[],
) =>
  facet === 'regions' ? values.filter(({ value }) => value in provinces || chosen.includes(value)) : values;

/** Values that narrow the results, with how many there are of each. */
export const Facets = ({ counts, state, onChange }: Props) => {
  const { t } = useTranslation();
  const labelOf = useFacetLabel();
  const toggle = (facet: FacetName, value: string, on: boolean) =>
    onChange((now) => ({ filters: toggled(now, facet, value, on) }));
  return (
    <aside aria-label={t('search.narrow')}>
      {facets
        .filter((facet) => (counts[facet] ?? []).length > 0)
        .map((facet) => (
          <fieldset key={facet} className="ga-facet">
            <legend>{t(`search.facet.${facet}`)}</legend>
            {shownValues(facet, counts[facet] ?? [], state.filters[facet] ?? [])
              .slice(0, 12)
              .map(({ value, count }) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={state.filters[facet]?.includes(value) ?? false}
                    onChange={(event) => toggle(facet, value, event.target.checked)}
                  />
                  <span>{labelOf(facet, value)}</span>
                  <span>{formatCount(count)}</span>
                </label>
              ))}
          </fieldset>
        ))}
    </aside>
  );
};
