import type { HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { periodBefore } from '@geoarchive/domain/custody/holding.ts';
import { holdingSheet } from '@geoarchive/domain/custody/holding-sheet.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Flex, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { HoldingOutcomes, type PreviewRow } from '../custody/HoldingOutcomes.tsx';
import { holdingFiles, type ListOf, sendHoldings } from '../custody/holding-file.ts';
import { useCustodians } from '../custody/use-custodians.ts';
import { ImportPage } from '../imports/ImportPage.tsx';
import type { ImportCalls } from '../imports/use-import.ts';

/** Years that can be chosen: this one and those before it. */
const yearsBack = 5;

const callsFor = (of: ListOf): ImportCalls<HoldingRow, PreviewRow> => ({
  preview: async (client, rows) => {
    const { items } = await client.call(custodyHoldings.previewHoldings, { body: { ...of, rows } });
    // One answer for each row, in their order.
    return items.flatMap((item, at) => {
      const said = rows[at];
      return said === undefined ? [] : [{ ...item, said }];
    });
  },
  send: sendHoldings(of),
});

/** Whose list of which year is imported: stands in the address. A custodian's is always its own. */
const useListOf = (): [ListOf, (change: Partial<ListOf>) => void] => {
  const person = usePerson();
  const { options } = useCustodians();
  const [params, setParams] = useSearchParams();
  const forOthers = person?.roles.includes('CUSTODIAN_ADMIN') !== true;
  const own = forOthers ? (params.get('custodian') ?? options[0]?.value ?? '') : (person?.node ?? '');
  const period = params.get('period') ?? periodBefore(dayOf(new Date()));
  return [
    { custodian: own, period },
    (change) => setParams({ custodian: own, period, ...change }, { replace: true }),
  ];
};

/** Imports a holding list: first whose and of which year, then the file. */
const HoldingImport = () => {
  const { t } = useTranslation();
  const { options } = useCustodians();
  const forOthers = usePerson()?.roles.includes('CUSTODIAN_ADMIN') !== true;
  const [{ custodian, period }, change] = useListOf();
  const calls = useMemo(() => callsFor({ custodian, period }), [custodian, period]);
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => String(thisYear - back));
  return (
    <ImportPage
      // What was read for one list is not sent into another.
      key={`${custodian} ${period}`}
      sheet={holdingSheet}
      files={holdingFiles}
      calls={calls}
      title={t('custody.importOf', { year: period })}
      lead={t('custody.importLead')}
      back={{ to: '/custody/holdings', label: t('nav.holdings') }}
      choose={
        <Flex gap={8} wrap style={{ marginBottom: 12 }}>
          <Select
            aria-label={t('custody.period')}
            value={period}
            options={years.map((value) => ({ value, label: t('custody.year', { year: value }) }))}
            onChange={(value) => change({ period: value })}
          />
          {forOthers && (
            <Select
              aria-label={t('custody.custodian')}
              value={custodian}
              popupMatchSelectWidth={false}
              options={options}
              onChange={(value) => change({ custodian: value })}
            />
          )}
        </Flex>
      }
      counts={(of) => t('import.counts', { created: of.new, updated: of.changed, unchanged: of.unchanged })}
      outcomes={(rows) => <HoldingOutcomes rows={rows} of={{ custodian, period }} />}
    />
  );
};
export default HoldingImport;
