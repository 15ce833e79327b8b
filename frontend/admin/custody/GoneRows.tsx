import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { holdingsOf, type ListOf } from './holding-file.ts';

/** Rows that are named. */
const shown = 20;

/** What stood in the list of the year before and is not in the file: counted, the first of them named. */
export const GoneRows = ({ of, codes }: { of: ListOf; codes: readonly string[] }) => {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: [custodyHoldings.listHoldings.module, 'gone', of, codes.length, codes[0], codes.at(-1)],
    queryFn: async () => {
      const { items } = await api.call(custodyHoldings.listHoldingLists, {
        query: { custodian: of.custodian, limit: 100 },
      });
      const before = items.find((one) => one.period < of.period && one.figures.rows > 0);
      // The cache takes no undefined.
      if (before === undefined) return null;
      const present = new Set(codes);
      const some: Holding[] = [];
      let count = 0;
      for await (const page of holdingsOf(api, { ...of, period: before.period }))
        for (const row of page)
          if (!present.has(row.code)) {
            count += 1;
            if (some.length < shown) some.push(row);
          }
      return { period: before.period, count, some };
    },
  });
  if (query.error !== null) return <ProblemAlert error={query.error} />;
  if (query.isPending) return <p className="ga-soft">{t('custody.comparing')}</p>;
  if (query.data === null) return <p className="ga-soft">{t('custody.firstList')}</p>;
  const { period, count, some } = query.data;
  if (count === 0) return <p>{t('custody.nothingGone', { period })}</p>;
  return (
    <Alert
      type="warning"
      showIcon
      className="ga-notice"
      title={t('custody.gone', { period, count })}
      description={
        <>
          <ul>
            {some.map(({ code, title, place }) => (
              <li key={code}>{[code, title, place].join(' · ')}</li>
            ))}
          </ul>
          {count > some.length && <p>{t('custody.goneMore', { count: count - some.length })}</p>}
          <p>{t('custody.goneHint')}</p>
        </>
      }
    />
  );
};
