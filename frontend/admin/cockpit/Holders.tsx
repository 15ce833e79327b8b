import type { cockpit } from '@geoarchive/contract/routes.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { tasksPath } from './paths.ts';
import { RateBar } from './RateBar.tsx';

export type Stocks = z.infer<typeof cockpit.cockpitStock.reply>['items'];

/** Lines shown at once; each archive has its own list on its own page. */
const shown = 20;

/** The organisations with most overdue tasks, each at an archive, with the list of theirs as it is now. */
export const Holders = ({ items, yesterday }: { items: Stocks; yesterday: string }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const rows = items
    .flatMap(({ node, name: archive, holders }) => holders.map((of) => ({ ...of, node, archive })))
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, shown);
  const parties = items.reduce((sum, one) => sum + one.parties, 0);
  if (rows.length === 0) return <Empty title={t('cockpit.noHolders')} />;
  return (
    <>
      <Rows
        label={t('cockpit.holders')}
        rows={rows}
        rowKey={({ node, organisation }) => `${node} ${organisation}`}
        columns={[
          {
            key: 'holder',
            title: t('cockpit.holder'),
            show: ({ organisation, name }) =>
              name === undefined ? organisation : `${name}（${organisation}）`,
          },
          { key: 'node', title: t('cockpit.node'), show: ({ archive }) => say(archive), width: 200 },
          {
            key: 'overdue',
            title: t('cockpit.overdue'),
            show: ({ node, organisation, overdue }) => (
              <Link to={tasksPath({ node, organisation, state: 'open', to: yesterday })}>
                {formatCount(overdue)}
              </Link>
            ),
            width: 110,
          },
          {
            key: 'should',
            title: t('cockpit.should365'),
            show: ({ should }) => formatCount(should),
            width: 170,
          },
          {
            key: 'rate',
            title: t('cockpit.rate'),
            show: ({ should, submitted }) => <RateBar part={submitted} whole={should} />,
            width: 190,
          },
        ]}
      />
      <p className="ga-soft">
        {t('cockpit.holdersOf', { shown: formatCount(rows.length), parties: formatCount(parties) })}
        {items.some(({ complete }) => !complete) && ` ${t('cockpit.holdersPart')}`}
      </p>
    </>
  );
};
