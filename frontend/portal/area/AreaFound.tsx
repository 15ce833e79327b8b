import type { AreaReport } from '@geoarchive/contract/area.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatAtLeast, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHoleLine } from '../holes/use-hole-line.ts';
import { AreaPdf } from './AreaPdf.tsx';

const perPage = 20;
type Listed = { items: readonly unknown[]; more: boolean };

const Part = ({ title, of, table }: { title: string; of: Listed; table: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Panel title={title}>
      {of.items.length === 0 ? <p className="ga-soft">{t('drilling.none')}</p> : table}
      {of.more && <p className="ga-soft">{t('drilling.more')}</p>}
    </Panel>
  );
};

const Records = ({ title, of }: { title: string; of: AreaReport['open'] }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (
    <Part
      title={title}
      of={of}
      table={
        <Rows
          label={title}
          rows={of.items}
          rowKey={({ id }) => id}
          perPage={perPage}
          columns={[
            { key: 'number', title: t('drilling.number'), width: 130, show: (one) => one.archiveNumber },
            {
              key: 'title',
              title: t('drilling.reportTitle'),
              show: ({ id, title: name }) => <Link to={`/records/${id}`}>{name}</Link>,
            },
            { key: 'producer', title: t('drilling.producer'), show: ({ producer }) => producer },
            {
              key: 'until',
              title: t('drilling.until'),
              width: 130,
              show: ({ protectedUntil }) => protectedUntil && day(protectedUntil),
            },
          ]}
        />
      }
    />
  );
};

const Holes = ({ of }: { of: AreaReport['holes'] }) => {
  const { t } = useTranslation();
  const line = useHoleLine();
  return (
    <Part
      title={t('drilling.holes')}
      of={of}
      table={
        <Rows
          label={t('drilling.holes')}
          rows={of.items}
          rowKey={({ id }) => id}
          perPage={perPage}
          columns={[
            {
              key: 'hole',
              title: t('drilling.hole'),
              width: 160,
              show: ({ id, hole }) => <Link to={`/holes/${id}`}>{hole}</Link>,
            },
            { key: 'line', title: t('drilling.about'), show: line },
            { key: 'core', title: t('drilling.core'), show: ({ coreKeeper }) => coreKeeper },
          ]}
        />
      }
    />
  );
};

const Coming = ({ of }: { of: AreaReport['coming'] }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (
    <Part
      title={t('drilling.coming')}
      of={{ items: of, more: false }}
      table={
        <Rows
          label={t('drilling.coming')}
          rows={of}
          rowKey={({ id }) => id}
          perPage={perPage}
          columns={[
            { key: 'on', title: t('drilling.until'), width: 150, show: ({ on }) => day(on) },
            {
              key: 'name',
              title: t('drilling.name'),
              show: ({ id, kind, name }) => (
                <Link to={kind === 'hole' ? `/holes/${id}` : `/records/${id}`}>{name}</Link>
              ),
            },
          ]}
        />
      }
    />
  );
};

const Ask = ({ ask, keepers }: Pick<AreaReport, 'ask' | 'keepers'>) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const rows = [
    ...ask.map(({ node, name, contact }) => ({
      id: node,
      who: say(name),
      how: contact === undefined ? t('drilling.noContact') : say(contact),
    })),
    ...keepers.map(({ name, holes, core }) => ({
      id: name,
      who: name,
      how: t(core ? 'drilling.keepsCore' : 'drilling.keeps', { holes: formatCount(holes) }),
    })),
  ];
  return (
    <Part
      title={t('drilling.ask')}
      of={{ items: rows, more: false }}
      table={
        <Rows
          label={t('drilling.ask')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'who', title: t('drilling.who'), show: ({ who }) => who },
            { key: 'how', title: t('drilling.how'), show: ({ how }) => how },
          ]}
        />
      }
    />
  );
};

/** What is public of an area: figures first, then every list. */
export const AreaFound = ({ report, text }: { report: AreaReport; text: string }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { open, protected: closed, holeCounts } = report;
  const holes = holeCounts.byType.reduce((sum, { count }) => sum + count, 0);
  const ofHoles = (count: number) => formatAtLeast(count, holeCounts.cut);
  const more = open.more || closed.more || holeCounts.cut;
  if (!more && open.items.length + closed.items.length + holes === 0)
    return <Empty title={t('drilling.nothing')} hint={t('drilling.nothingHint')} />;
  return (
    <>
      <Panel title={t('drilling.figures')} extra={<AreaPdf text={text} />}>
        <Facts
          items={[
            { label: t('drilling.open'), value: formatAtLeast(open.items.length, open.more) },
            { label: t('drilling.protected'), value: formatAtLeast(closed.items.length, closed.more) },
            { label: t('drilling.holes'), value: ofHoles(holes) },
            { label: t('drilling.withCore'), value: ofHoles(holeCounts.withCore) },
            { label: t('drilling.withLogs'), value: ofHoles(holeCounts.withLogs) },
            { label: t('drilling.asOf'), value: time(report.asOf) },
          ]}
        />
        <p className="ga-soft">{t('drilling.rounded')}</p>
      </Panel>
      <Records title={t('drilling.open')} of={open} />
      <Records title={t('drilling.protected')} of={closed} />
      <Holes of={report.holes} />
      <Coming of={report.coming} />
      <Ask ask={report.ask} keepers={report.keepers} />
    </>
  );
};
