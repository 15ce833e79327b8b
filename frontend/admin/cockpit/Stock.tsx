import { cockpit } from '@geoarchive/contract/routes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Chasing } from './Chasing.tsx';
import { Holders } from './Holders.tsx';

/** What stock is taken of once a night: holders with most overdue tasks, and the chasing work. Read by itself. */
export const Stock = ({ node, today }: { node: string | undefined; today: string }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const query = useRead(cockpit.cockpitStock, { query: node === undefined ? {} : { node } });
  return (
    <QueryView query={query} rows={3}>
      {({ items }) => {
        const oldest = items.map(({ asOf }) => asOf).toSorted()[0];
        if (oldest === undefined)
          return (
            <Panel title={t('cockpit.stock')}>
              <Empty title={t('cockpit.noStock')} hint={t('cockpit.noStockHint')} />
            </Panel>
          );
        const asOf = <p className="ga-soft">{t('cockpit.stockAsOf', { at: time(oldest) })}</p>;
        return (
          <>
            <Panel title={t('cockpit.holders')}>
              <Holders items={items} yesterday={addDays(today, -1)} />
              {asOf}
            </Panel>
            <Panel title={t('cockpit.chasing')}>
              <Chasing items={items} />
              {asOf}
            </Panel>
          </>
        );
      }}
    </QueryView>
  );
};
