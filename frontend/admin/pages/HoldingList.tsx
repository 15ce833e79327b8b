import type { HoldingList as Shown } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { entrustedKindNames, entrustedKinds } from '@geoarchive/domain/custody/agreement.ts';
import { conditionNames, conditions } from '@geoarchive/domain/custody/holding.ts';
import { holdingSheet } from '@geoarchive/domain/custody/holding-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { HoldingDifferences } from '../custody/HoldingDifferences.tsx';
import { HoldingListState } from '../custody/HoldingListState.tsx';
import { HoldingRows } from '../custody/HoldingRows.tsx';
import { holdingLine, holdingsOf } from '../custody/holding-file.ts';
import { listMove, MoveList } from '../custody/MoveList.tsx';
import { RemovedRows } from '../custody/RemovedRows.tsx';
import { useCustodians } from '../custody/use-custodians.ts';
import { SheetExport } from '../imports/SheetExport.tsx';

const Figures = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { figures, differences, said, broughtBy } = of;
  return (
    <Panel title={t('custody.overviewOfList')}>
      <Facts
        items={[
          { label: t('custody.state'), value: <HoldingListState of={of.state} /> },
          {
            label: t('custody.broughtBy'),
            value: broughtBy === 'authority' ? t('custody.broughtByAuthority') : undefined,
          },
          { label: t('custody.figures.rows'), value: formatCount(figures.rows) },
          ...entrustedKinds.map((kind) => ({
            label: say(entrustedKindNames[kind]),
            value: [
              t('custody.sets', { count: figures.byKind[kind] }),
              ...figures.amounts
                .filter((one) => one.kind === kind)
                .map(({ count, unit }) => `${formatCount(count)} ${unit}`),
            ].join(' · '),
          })),
          {
            label: t('custody.conditions'),
            value: conditions
              .map((one) => `${say(conditionNames[one])} ${formatCount(figures.byCondition[one])}`)
              .join(' · '),
          },
          { label: t('custody.figures.services'), value: formatCount(figures.services) },
          { label: t('custody.figures.findings'), value: formatCount(figures.findings) },
          {
            label: t('custody.againstBefore'),
            value: differences && t('custody.differenceCounts', { ...differences }),
          },
        ]}
      />
      {said.length > 0 && (
        <ul className="ga-rows">
          {said.map(({ move, text, by, at, onBehalf }) => (
            <li key={at}>
              <strong>{say(listMove(move, onBehalf))}</strong> · {by} · {time(at)}
              <div className="ga-prose">{text}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** One holding list: figures, rows, what differs from the year before. */
const HoldingList = () => {
  const { t } = useTranslation();
  const { custodian = '', period = '' } = useParams();
  const of = { custodian, period };
  const api = useApi();
  const go = useNavigate();
  const parties = useCustodians();
  const [params, setParams] = useSearchParams();
  const view = params.get('view') === 'differences' ? 'differences' : 'rows';
  const query = useRead(custodyHoldings.getHoldingList, { params: of });
  const lines = async function* () {
    for await (const page of holdingsOf(api, of)) yield* page.map(holdingLine);
  };
  return (
    <Page
      title={t('custody.listOf', { name: parties.custodian(custodian), year: period })}
      back={{ to: '/custody/holdings', label: t('nav.holdings') }}
      actions={
        query.data !== undefined && (
          <>
            <MoveList of={query.data} />
            {query.data.mayImport && (
              <Button
                onClick={() => void go(`/custody/holdings/import?custodian=${custodian}&period=${period}`)}
              >
                {t('custody.importList')}
              </Button>
            )}
            <SheetExport sheet={holdingSheet} rows={lines} />
          </>
        )
      }
    >
      <QueryView query={query}>
        {(list) => (
          <>
            <Figures of={list} />
            <Radio.Group
              aria-label={t('custody.show')}
              optionType="button"
              style={{ marginBottom: 12 }}
              value={view}
              options={(['rows', 'differences'] as const).map((value) => ({
                value,
                label: t(`custody.${value}`),
                disabled: value === 'differences' && list.differences === undefined,
              }))}
              onChange={({ target }) => setParams({ view: String(target.value) }, { replace: true })}
            />
            {view === 'rows' ? <HoldingRows of={of} list={list} /> : <HoldingDifferences of={of} />}
            <RemovedRows of={of} list={list} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default HoldingList;
