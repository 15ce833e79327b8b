import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { objectPath } from './words.ts';

export type Item = { of: string; id: string; no: string };
type Props = {
  query: {
    data: { pages: { items: Item[] }[] } | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
};

/** The objects that a figure counts, each leading to its page. */
export const Objects = ({ query }: Props) => {
  const { t } = useTranslation();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('reporting.objects')}>
      <p className="ga-soft">{t('reporting.objectsLead')}</p>
      <Rows
        label={t('reporting.objects')}
        rows={items.map((item, at) => ({ ...item, key: `${at} ${item.id}` }))}
        rowKey={({ key }) => key}
        perPage={50}
        columns={[
          { key: 'of', title: t('reporting.kind'), show: ({ of }) => t(`reporting.facts_${of}`), width: 160 },
          {
            key: 'no',
            title: t('reporting.number'),
            show: (item) => {
              const to = objectPath(item);
              return to === undefined ? item.no : <Link to={to}>{item.no}</Link>;
            },
          },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('reporting.more')}
        </Button>
      )}
    </Panel>
  );
};
