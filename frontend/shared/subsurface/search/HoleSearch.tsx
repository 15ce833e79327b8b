import { Button, Flex, Input, Segmented, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatCount } from '../../format/numbers.ts';
import { isNarrowed, type ListState } from '../../list/url-state.ts';
import { useDraft } from '../../list/use-draft.ts';
import { useListState } from '../../list/use-list-state.ts';
import { Empty, Failed, Loading } from '../../states/states.tsx';
import { HoleBounds } from './HoleBounds.tsx';
import { HoleFacets } from './HoleFacets.tsx';
import { HoleFigures } from './HoleFigures.tsx';
import { HoleMap } from './HoleMap.tsx';
import { holeSearchShape, holeSorts, sortOf, soughtHolesOf } from './shape.ts';
import type { HolePage, HoleSource } from './source.ts';
import { useHolePages } from './use-holes.ts';

type Item = { id: string };
type Props<T extends Item> = {
  source: HoleSource<T>;
  list: (items: readonly T[]) => ReactNode;
  /** Said when there are none at all. */
  empty: { title: string; hint: string };
  /** What can be done with all that is found. */
  tools?: (found: { state: ListState; total: number; exact: boolean }) => ReactNode;
  refreshMs?: number | false;
};
const views = ['list', 'map', 'figures'] as const;
type View = (typeof views)[number];

const manner = (state: ListState, exact: boolean): 'found' | 'foundOver' | 'candidates' => {
  const { curve, curveFrom, curveTo } = soughtHolesOf(state);
  if (curve !== undefined && (curveFrom ?? curveTo) !== undefined) return 'candidates';
  return exact ? 'found' : 'foundOver';
};

const useView = (hasMap: boolean): [View, (view: View) => void] => {
  const [params, setParams] = useSearchParams();
  const asked = views.find((one) => one === params.get('view')) ?? views[0];
  const show = (view: View) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (view === views[0]) next.delete('view');
        else next.set('view', view);
        return next;
      },
      { replace: true },
    );
  return [asked === 'map' && !hasMap ? views[0] : asked, show];
};

const Words = ({ state, onChange }: { state: ListState; onChange: (q: string) => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const { draft, write, send } = useDraft(state.q);
  const ask = (text: string) => {
    if (text === state.q) return;
    send(text);
    onChange(text);
  };
  return (
    <search className="ga-filters ga-no-print" aria-label={t('hole.search.label')}>
      <span className="ga-field">
        <label htmlFor={id}>{t('hole.search.words')}</label>
        <Input.Search
          id={id}
          allowClear
          maxLength={300}
          value={draft}
          onChange={({ target }) => write(target.value)}
          style={{ width: 'min(420px, 80vw)' }}
          onSearch={(text) => ask(text.trim())}
        />
      </span>
    </search>
  );
};

/** Looks holes up by words, fields, place, time and curves; what is found as a list, on a map, or in figures. All of it stands in the address. */
export const HoleSearch = <T extends Item>({ source, list, empty, tools, refreshMs = false }: Props<T>) => {
  const { t } = useTranslation();
  const [state, change] = useListState(holeSearchShape);
  const [view, show] = useView(source.tiles !== undefined);
  const asked = { ...soughtHolesOf(state), sort: sortOf(state) };
  const pages = useHolePages(source, asked, refreshMs, isNarrowed(state));
  const [first] = pages.data?.pages ?? [];
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = (found: HolePage<T>) => {
    // Neither a map nor figures say why there is nothing.
    if (found.total === 0 && !isNarrowed(state)) return <Empty {...empty} />;
    if (view === 'figures') return <HoleFigures counts={found.facets} total={found.total} state={state} />;
    if (view === 'map') return <HoleMap source={source} state={state} onChange={change} list={list} />;
    if (items.length === 0 && !pages.hasNextPage)
      return <Empty title={t('list.nothingMatches')} hint={t('hole.search.nothingHint')} />;
    return (
      <>
        {list(items)}
        {pages.hasNextPage && (
          <Flex justify="center" style={{ marginTop: 14 }}>
            <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('list.more')}
            </Button>
          </Flex>
        )}
      </>
    );
  };
  return (
    <>
      <Words state={state} onChange={(q) => change({ q })} />
      {pages.isError && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading />}
      {first !== undefined && (
        <>
          <Flex justify="space-between" align="center" gap={12} wrap className="ga-no-print ga-found-line">
            <span role="status" className="ga-numeric">
              {t(`hole.search.${manner(state, first.exact)}`, { total: formatCount(first.total) })}
            </span>
            <Flex gap={8} wrap align="center">
              {isNarrowed(state) && (
                <Button onClick={() => change({ q: '', filters: {} })}>{t('list.clear')}</Button>
              )}
              <Segmented
                aria-label={t('hole.search.show')}
                value={view}
                onChange={show}
                options={views
                  .filter((one) => one !== 'map' || source.tiles !== undefined)
                  .map((value) => ({ value, label: t(`hole.search.${value}`) }))}
              />
              <Select
                aria-label={t('hole.search.sort')}
                value={sortOf(state)}
                onChange={(sort) => change({ sort, descending: false })}
                style={{ width: 130 }}
                options={holeSorts.map((value) => ({ value, label: t(`hole.search.sorts.${value}`) }))}
              />
            </Flex>
          </Flex>
          {tools?.({ state, total: first.total, exact: first.exact })}
          <div className="ga-results ga-results-first" aria-busy={pages.isPlaceholderData}>
            <aside aria-label={t('hole.search.narrow')} className="ga-no-print">
              <HoleBounds state={state} onChange={change} />
              <HoleFacets counts={first.facets} state={state} onChange={change} />
            </aside>
            <div>{shown(first)}</div>
          </div>
        </>
      )}
    </>
  );
};
