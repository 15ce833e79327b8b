import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCustodians } from './use-custodians.ts';
import { useHoldingWords } from './use-holding-words.ts';

const ties = ['well', 'task', 'dossier'] as const;
type Tie = (typeof ties)[number];
const tieOf = (text: string | null): Tie => ties.find((tie) => tie === text) ?? 'well';

const Found = ({ of, value }: { of: Tie; value: string }) => {
  const { t } = useTranslation();
  const parties = useCustodians();
  const words = useHoldingWords();
  const query = useRead(custodyHoldings.listTies, { query: { of, value, limit: 100 } });
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="ga-soft">{t('custody.nobodyHolds', { value })}</p>
        ) : (
          <Rows
            label={t('custody.whoHolds')}
            rows={items}
            rowKey={({ custodian, period, code }) => `${custodian} ${period} ${code}`}
            columns={[
              {
                key: 'custodian',
                title: t('custody.custodian'),
                show: (row) => parties.custodian(row.custodian),
              },
              {
                key: 'period',
                title: t('custody.period'),
                show: (row) => (
                  <Link
                    to={`/custody/holdings/${row.custodian}/${row.period}?q=${encodeURIComponent(row.code)}`}
                  >
                    {row.period}
                  </Link>
                ),
                width: 90,
              },
              { key: 'title', title: words.field('title'), show: (row) => row.title },
              { key: 'count', title: words.field('count'), show: words.amount, width: 110 },
              { key: 'place', title: words.field('place'), show: (row) => row.place },
              { key: 'condition', title: words.field('condition'), show: words.condition, width: 110 },
            ]}
          />
        )
      }
    </QueryView>
  );
};

/** Where the original and physical sets of a well, a task or a dossier are. What is asked stands in the address. */
export const WhoHolds = () => {
  const { t } = useTranslation();
  const words = useHoldingWords();
  const [params, setParams] = useSearchParams();
  const [of, setOf] = useState(() => tieOf(params.get('of')));
  const value = params.get('value') ?? '';
  return (
    <Panel title={t('custody.whoHolds')}>
      <Flex gap={8} wrap style={{ marginBottom: 12 }}>
        <Select
          aria-label={t('custody.tieKind')}
          value={of}
          popupMatchSelectWidth={false}
          options={ties.map((tie) => ({ value: tie, label: words.field(tie) }))}
          onChange={setOf}
        />
        <Input.Search
          aria-label={t('custody.tieValue')}
          style={{ width: 320 }}
          maxLength={60}
          defaultValue={value}
          onSearch={(text) => setParams(text.trim() === '' ? {} : { of, value: text.trim() })}
        />
      </Flex>
      {value !== '' && <Found of={tieOf(params.get('of'))} value={value} />}
    </Panel>
  );
};
