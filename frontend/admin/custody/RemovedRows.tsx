import type { HoldingList, RemovedHolding } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListOf } from './holding-file.ts';
import { mayChange } from './RemoveRow.tsx';
import { useHoldingWords } from './use-holding-words.ts';

const Removed = ({ items, list }: { items: readonly RemovedHolding[]; list: HoldingList }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const words = useHoldingWords();
  const write = useWrite(custodyHoldings.restoreHolding);
  const restore = (code: string) =>
    write.mutate({
      params: { custodian: list.node, period: list.period },
      body: { code },
      ifMatch: list.version,
    });
  return (
    <Panel title={t('custody.removedRows')}>
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Rows
        label={t('custody.removedRows')}
        rows={items}
        rowKey={({ row }) => row.code}
        columns={[
          { key: 'code', title: words.field('code'), show: ({ row }) => row.code, width: 140 },
          { key: 'title', title: words.field('title'), show: ({ row }) => row.title },
          { key: 'reason', title: t('custody.removeReason'), show: ({ reason }) => reason },
          {
            key: 'by',
            title: t('custody.removedWhen'),
            show: ({ by, at }) => `${by} · ${time(at)}`,
            width: 220,
          },
          ...(mayChange(list)
            ? [
                {
                  key: 'restore',
                  title: t('custody.rowActions'),
                  show: ({ row }: RemovedHolding) => (
                    <Button
                      size="small"
                      disabled={write.isPending}
                      aria-label={t('custody.restoreOf', { code: row.code })}
                      onClick={() => restore(row.code)}
                    >
                      {t('custody.restore')}
                    </Button>
                  ),
                  width: 100,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
};

/** Rows that were taken out of a list, why, and the way back; nothing where there are none. */
export const RemovedRows = ({ of: params, list }: { of: ListOf; list: HoldingList }) => {
  const query = useRead(custodyHoldings.listRemovedHoldings, { params, query: { limit: 100 } });
  const items = query.data?.items ?? [];
  return items.length === 0 ? null : <Removed items={items} list={list} />;
};
