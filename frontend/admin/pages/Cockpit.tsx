import { cockpit } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Ages } from '../cockpit/Ages.tsx';
import { Clocks } from '../cockpit/Clocks.tsx';
import { CockpitExport } from '../cockpit/CockpitExport.tsx';
import { CockpitPdf } from '../cockpit/CockpitPdf.tsx';
import { Coverage } from '../cockpit/Coverage.tsx';
import type { Cockpit as Told } from '../cockpit/cockpit.ts';
import { tasksPath } from '../cockpit/paths.ts';
import { Rates } from '../cockpit/Rates.tsx';
import { Stock } from '../cockpit/Stock.tsx';
import { LatestEvaluation } from '../evaluation/Latest.tsx';
import { evaluationReaders, lateReaders } from '../roles.ts';

const yearsBack = 8;

/** The numbers on top. Of one archive they lead to its lists, of all to the table of the archives. */
const Top = ({ of, node }: { of: Told; node: string | undefined }) => {
  const { t } = useTranslation();
  const list = (from: string | undefined, to: string) =>
    node === undefined ? '#archives' : tasksPath({ node, state: 'open', from, to });
  const yesterday = addDays(of.today, -1);
  const oldest = of.overdue.at(-1);
  const before = addDays(of.today, -(of.overdue.at(-2)?.upTo ?? 0) - 1);
  return (
    <Figures
      items={[
        ...of.due.map(({ days, count }) => ({
          label: t('cockpit.dueIn', { days }),
          value: count,
          to: list(of.today, addDays(of.today, days)),
        })),
        {
          label: t('cockpit.overdue'),
          value: of.total.overdue,
          to: list(undefined, yesterday),
          attention: true,
        },
        {
          label: t('cockpit.longOverdue'),
          value: oldest?.count ?? 0,
          to: list(undefined, before),
          attention: true,
        },
        {
          label: t('cockpit.shouldOf', { year: of.year }),
          value: of.total.should,
          to:
            node === undefined
              ? '#archives'
              : tasksPath({
                  node,
                  from: `${of.year}-01-01`,
                  to: [`${of.year}-12-31`, yesterday].sort()[0],
                }),
        },
      ]}
    />
  );
};

/** 监管总览: who owes what until when, and who is late. */
const Cockpit = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const [params, setParams] = useSearchParams();
  const roles = usePerson()?.roles ?? [];
  const asked = params.get('node') ?? undefined;
  const thisYear = Number(dayOf(new Date()).slice(0, 4));
  const year = params.get('year') ?? undefined;
  const input = {
    query: {
      ...(year === undefined || !/^\d{4}$/.test(year) ? {} : { year: Number(year) }),
      ...(asked === undefined ? {} : { node: asked }),
    },
  };
  const query = useRead(cockpit.cockpit, input, { refreshMs: 60_000 });
  const choose = (chosen: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('year', chosen);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('nav.cockpit')}
      lead={t('cockpit.lead')}
      {...(asked === undefined ? {} : { back: { to: '/cockpit', label: t('cockpit.all') } })}
      actions={
        <>
          <Select
            aria-label={t('cockpit.year')}
            value={year ?? String(thisYear)}
            onChange={choose}
            style={{ width: 110 }}
            options={Array.from({ length: yearsBack }, (_, back) => String(thisYear - back)).map((value) => ({
              value,
              label: value,
            }))}
          />
          {query.data !== undefined && <CockpitExport of={query.data} node={asked} />}
          <CockpitPdf asked={input} />
        </>
      }
    >
      <QueryView query={query}>
        {(of) => {
          const [only, ...others] = of.byNode;
          const node = others.length === 0 ? only?.node : undefined;
          return (
            <>
              <p className="ga-soft">
                {node !== undefined && only !== undefined && <strong>{say(only.name)} · </strong>}
                {t('cockpit.asOf', { at: time(of.asOf) })}
              </p>
              {of.byYear.length === 0 ? (
                <Empty
                  title={t('cockpit.empty')}
                  hint={t('cockpit.emptyHint')}
                  action={<Link to="/registers">{t('nav.registers')}</Link>}
                />
              ) : (
                <>
                  <Top of={of} node={node} />
                  <Rates of={of} node={node} />
                  <Ages of={of} node={node} />
                </>
              )}
              {reaches(evaluationReaders, roles) && <LatestEvaluation />}
              <Stock node={asked} today={of.today} />
              {reaches(lateReaders, roles) && <Clocks node={asked} />}
              <Coverage of={of} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
};
export default Cockpit;
