import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { isNarrowed } from '@geoarchive/frontend-shared/list/url-state.ts';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { Empty, Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button, Flex, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facets } from '../search/Facets.tsx';
import { Hit } from '../search/Hit.tsx';
import { MapView } from '../search/MapView.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { searchShape, sorts } from '../search/shape.ts';
import { useSearch } from '../search/use-search.ts';

const Search = () => {
  const { t } = useTranslation();
  const [state, change] = useListState(searchShape);
  const search = useSearch(state);
  const { map } = useConfig();
  const [shown, show] = useState<'list' | 'onMap'>('list');
  const [first] = search.data?.pages ?? [];
  const records = search.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('nav.search')}>
      <SearchBox key={state.q} words={state.q} onSearch={(q) => change({ q, filters: {} })} />
      {search.isError && <Failed error={search.error} onRetry={() => void search.refetch()} />}
      {search.isPending && <Loading />}
      {first !== undefined && (
        <>
          <Flex justify="space-between" align="center" gap={12} wrap style={{ margin: '16px 0' }}>
            <span role="status" className="ga-numeric">
              {t(first.exact ? 'search.found' : 'search.foundOver', { total: formatCount(first.total) })}
            </span>
            <Flex gap={8} wrap>
              {isNarrowed(state) && (
                <Button onClick={() => change({ q: '', filters: {} })}>{t('list.clear')}</Button>
              )}
              {map.records && (
                <Segmented
                  aria-label={t('search.show')}
                  value={shown}
                  onChange={show}
                  options={(['list', 'onMap'] as const).map((value) => ({
                    value,
                    label: t(`search.${value}`),
                  }))}
                />
              )}
              <Segmented
                aria-label={t('search.sort')}
                value={state.sort ?? sorts[0]}
                onChange={(sort) => change({ sort, descending: false })}
                options={sorts.map((sort) => ({ value: sort, label: t(`search.sorts.${sort}`) }))}
              />
            </Flex>
          </Flex>
          <div
            className={shown === 'onMap' ? 'ga-results ga-results-map' : 'ga-results'}
            aria-busy={search.isPlaceholderData}
          >
            <Facets counts={first.facets} state={state} onChange={change} />
            {shown === 'onMap' ? (
              <div>
                <MapView state={state} onChange={change} />
              </div>
            ) : (
              <div>
                {records.length === 0 ? (
                  <Empty title={t('list.nothingMatches')} hint={t('search.nothingHint')} />
                ) : (
                  <ul className="ga-hits">
                    {records.map((record) => (
                      <Hit key={record.id} record={record} />
                    ))}
                  </ul>
                )}
                {search.hasNextPage && (
                  <Flex justify="center" style={{ marginTop: 16 }}>
                    <Button loading={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
                      {t('list.more')}
                    </Button>
                  </Flex>
                )}
              </div>
            )}
          </div>
        </>
      )}
    </Page>
  );
};
export default Search;
