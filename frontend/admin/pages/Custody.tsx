import type { CustodyLine } from '@geoarchive/contract/custody-overview.ts';
import { custodyOverview } from '@geoarchive/contract/routes.ts';
import { entrustedKindNames, entrustedKinds } from '@geoarchive/domain/custody/agreement.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCustodians } from '../custody/use-custodians.ts';
import { WhoHolds } from '../custody/WhoHolds.tsx';

const listPath = ({ custodian, list }: CustodyLine, view = ''): string =>
  list === undefined ? '/custody/holdings' : `/custody/holdings/${custodian}/${list.period}${view}`;

/** What is due, over all that the reader sees; each number leads to its list. */
const Due = ({ items }: { items: readonly CustodyLine[] }) => {
  const { t } = useTranslation();
  const sum = (of: (line: CustodyLine) => number) => items.reduce((total, line) => total + of(line), 0);
  const figure = (key: string, to: string, of: (line: CustodyLine) => number, attention = true) => ({
    label: t(`custody.dueFigures.${key}`),
    value: sum(of),
    to,
    attention,
  });
  return (
    <Figures
      items={[
        figure('expired', '/custody/agreements?standing=expired', (one) => one.agreements.expired),
        figure('soon', '/custody/agreements?standing=soon', (one) => one.agreements.soon),
        figure('listsLate', '/custody/holdings', (one) => (one.owed === 'late' ? 1 : 0)),
        figure('listsSoon', '/custody/holdings', (one) => (one.owed === 'soon' ? 1 : 0)),
        figure('inspectionsLate', '/custody/inspections?late=yes', (one) => one.inspections.late),
        figure('rectificationsLate', '/custody/rectifications?late=yes', (one) => one.rectifications.late),
        figure('rectificationsSoon', '/custody/rectifications?late=soon', (one) => one.rectifications.soon),
        figure(
          'rectificationsOpen',
          '/custody/rectifications?state=open',
          (one) => one.rectifications.open,
          false,
        ),
        figure('toReview', '/custody/rectifications?state=answered', (one) => one.rectifications.answered),
      ]}
    />
  );
};

/** 委托保管总览: what is held where, what is unaccounted for, what is due. */
const Custody = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const parties = useCustodians();
  const query = useRead(custodyOverview.custodyOverview);
  const to = (path: string, value: ReactNode) => <Link to={path}>{value}</Link>;
  const number = (line: CustodyLine, value: number | undefined, view = '') =>
    value === undefined ? '—' : to(listPath(line, view), formatCount(value));
  return (
    <Page title={t('nav.custodyOverview')} lead={t('custody.overviewLead')}>
      <QueryView query={query}>
        {({ items, period, dueBy, byKind }) => (
          <>
            <Panel title={t('custody.whatIsDue')}>
              <Due items={items} />
            </Panel>
            <Panel title={t('custody.heldWhere')}>
              <p>
                {entrustedKinds
                  .map(
                    (kind) =>
                      `${say(entrustedKindNames[kind])} ${t('custody.sets', { count: byKind[kind] })}`,
                  )
                  .join('，')}
                {t('custody.listsDue', { year: period, day: day(dueBy) })}
              </p>
              <Rows
                label={t('custody.heldWhere')}
                rows={items}
                rowKey={(line) => line.custodian}
                columns={[
                  {
                    key: 'custodian',
                    title: t('custody.custodian'),
                    show: (line) =>
                      to(
                        `/custody/agreements?custodian=${line.custodian}`,
                        parties.custodian(line.custodian),
                      ),
                  },
                  {
                    key: 'list',
                    title: t('custody.newestList'),
                    show: (line) => (line.list === undefined ? '—' : to(listPath(line), line.list.period)),
                    width: 110,
                  },
                  ...entrustedKinds.map((kind) => ({
                    key: kind,
                    title: say(entrustedKindNames[kind]),
                    show: (line: CustodyLine) =>
                      number(line, line.list?.figures.byKind[kind], `?kind=${kind}`),
                    width: 130,
                  })),
                  {
                    key: 'gone',
                    title: t('custody.unaccounted'),
                    show: (line) =>
                      number(line, line.list?.differences?.gone, '?view=differences&standing=gone'),
                    width: 130,
                  },
                  {
                    key: 'findings',
                    title: t('custody.findings'),
                    show: (line) => number(line, line.list?.figures.findings, '?findings=yes'),
                    width: 110,
                  },
                  {
                    key: 'services',
                    title: t('custody.figures.services'),
                    show: (line) => number(line, line.list?.figures.services),
                    width: 130,
                  },
                  {
                    key: 'owed',
                    title: t('custody.listOfYear', { year: period }),
                    show: (line) => t(`custody.owed.${line.owed}`),
                    width: 130,
                  },
                ]}
              />
            </Panel>
            <WhoHolds />
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Custody;
