import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { service } from '@geoarchive/contract/routes.ts';
import { askerKinds, purposes } from '@geoarchive/domain/service/codes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

type Sums = ReplyOf<typeof service.useFigures>['byWay'];

/** What was used in a year: by way, purpose, class of user, month and record. */
const UseFigures = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [params, setParams] = useSearchParams();
  const now = new Date().getFullYear();
  const year = params.get('year') ?? String(now);
  const years = Array.from({ length: 6 }, (_, ago) => String(now + 1 - ago));
  const query = useRead(service.useFigures, { query: { year } });
  const named = (table: Record<string, { zh: string; en: string }>, key: string): string => {
    const found = table[key];
    return found === undefined ? t(`use.otherKey.${key}`) : say(found);
  };
  const rows = (sums: Sums, name: (key: string) => string) =>
    sums.map(({ key, count, bytes }) => ({
      label: name(key),
      value: `${t('use.times', { count: formatCount(count) })} · ${formatBytes(bytes)}`,
    }));
  return (
    <Page
      title={t('use.figures')}
      back={{ to: '/use', label: t('nav.use') }}
      lead={t('use.figuresLead')}
      actions={
        <Select
          aria-label={t('use.year')}
          value={year}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(value) => setParams({ year: value })}
        />
      }
    >
      <QueryView query={query}>
        {(of) =>
          of.byWay.length === 0 ? (
            <Empty title={t('use.noFigures', { year })} hint={t('use.noFiguresHint')} />
          ) : (
            <>
              <Figures
                items={[
                  { label: t('use.total'), value: of.total.count, to: '/use/grants' },
                  { label: t('use.recordsUsed'), value: of.records, to: '/use/grants' },
                ]}
              />
              <div className="ga-columns">
                <Panel title={t('use.byWay')}>
                  <Facts items={rows(of.byWay, (key) => t(`use.way.${key}`))} />
                </Panel>
                <Panel title={t('use.byPurpose')}>
                  <Facts items={rows(of.byPurpose, (key) => named(purposes, key))} />
                </Panel>
                <Panel title={t('use.byAskerKind')}>
                  <Facts items={rows(of.byAskerKind, (key) => named(askerKinds, key))} />
                </Panel>
                <Panel title={t('use.byMonth')}>
                  <Facts items={rows(of.byMonth, (key) => key)} />
                </Panel>
              </div>
              <Panel title={t('use.byRecord')}>
                <ul className="ga-plain-list">
                  {of.byRecord.map(({ key, title, count, bytes }) => (
                    <li key={key}>
                      <Link to={`/dossiers/${key}`}>{title ?? key}</Link>{' '}
                      {t('use.times', { count: formatCount(count) })} · {formatBytes(bytes)}
                    </li>
                  ))}
                </ul>
              </Panel>
            </>
          )
        }
      </QueryView>
    </Page>
  );
};
export default UseFigures;
