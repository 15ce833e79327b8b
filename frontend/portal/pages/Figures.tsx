import type { YearFigures } from '@geoarchive/contract/figure-parts.ts';
import { openFigures as contract } from '@geoarchive/contract/routes.ts';
import { type Figure, units } from '@geoarchive/domain/reporting/figure.ts';
import { openFigures, openTables } from '@geoarchive/domain/reporting/open-figures.ts';
import { tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { toCsv } from '@geoarchive/frontend-shared/list/csv.ts';
import { saveFile } from '@geoarchive/frontend-shared/list/save-file.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Years beside each other in a table; the files hold all. */
const shownYears = 5;

/** Figures to take along: one line a figure, numbers as they are. */
const TakeAlong = ({ items }: { items: readonly YearFigures[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const csv = () =>
    toCsv<Figure>(
      [
        { heading: t('figures.figure'), text: ({ name }) => say(name) },
        { heading: t('figures.code'), text: ({ code }) => code },
        { heading: t('figures.unit'), text: ({ unit }) => say(units[unit]) },
        ...items.map(({ year, sums }) => ({
          heading: String(year),
          text: ({ code }: Figure) => String(sums[code]?.n ?? ''),
        })),
        { heading: t('figures.definition'), text: ({ definition }) => say(definition) },
      ],
      openFigures,
    );
  return (
    <>
      <Button onClick={() => saveFile(`${t('figures.file')}.csv`, 'text/csv', csv())}>
        {t('figures.csv')}
      </Button>
      <Button
        onClick={() =>
          saveFile(`${t('figures.file')}.json`, 'application/json', JSON.stringify({ items }, null, 2))
        }
      >
        {t('figures.json')}
      </Button>
    </>
  );
};

const Tables = ({ items }: { items: readonly YearFigures[] }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const years = items.slice(0, shownYears);
  const isKnown = ({ code }: Figure) => years.some(({ sums }) => sums[code] !== undefined);
  return (
    <>
      <ul className="ga-plain-list ga-notice">
        {years.map(({ year, accepted, units: all, openedAt, version }) => (
          <li key={year}>
            {t('figures.accepted', { year, accepted, units: all, at: time(openedAt), version })}
          </li>
        ))}
      </ul>
      {openTables.map((table) => {
        const rows = openFigures.filter((figure) => figure.table === table && isKnown(figure));
        if (rows.length === 0) return null;
        return (
          <Panel key={table} title={say(tableNames[table])}>
            <Rows
              label={say(tableNames[table])}
              rows={rows}
              rowKey={({ code }) => code}
              columns={[
                { key: 'name', title: t('figures.figure'), show: ({ name }) => say(name), width: 220 },
                ...years.map(({ year, sums }) => ({
                  key: String(year),
                  title: String(year),
                  show: (figure: Figure) => {
                    const n = sums[figure.code]?.n;
                    return n === undefined ? t('figures.notMeasured') : figureText(figure, n, say);
                  },
                  width: 160,
                })),
                {
                  key: 'definition',
                  title: t('figures.definition'),
                  show: ({ definition }) => say(definition),
                },
              ]}
            />
          </Panel>
        );
      })}
    </>
  );
};

/** The open national figures of all years. */
const Figures = () => {
  const { t } = useTranslation();
  const query = useRead(contract.listOpenFigures);
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('figures.title')}
      lead={t('figures.lead')}
      actions={items.length > 0 && <TakeAlong items={items} />}
    >
      <QueryView query={query}>
        {(of) =>
          of.items.length === 0 ? (
            <Empty title={t('figures.none')} hint={t('figures.noneHint')} />
          ) : (
            <Tables items={of.items} />
          )
        }
      </QueryView>
    </Page>
  );
};
export default Figures;
