import { mineralClassName } from '@geoarchive/domain/codes/mineral-class-of.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Cockpit } from './cockpit.ts';
import { NodeMap } from './NodeMap.tsx';
import { type TaskParts, tasksPath } from './paths.ts';
import { RateRows } from './RateRows.tsx';

const soonDays = 90;

/** The rates by archive, source, mineral, month and year; the overdue and coming tasks of one archive lead to their lists. */
export const Rates = ({ of, node }: { of: Cockpit; node: string | undefined }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const lists = (line: { overdue: number; soon: number }, at: string | undefined, part: TaskParts = {}) => {
    const list = (from: string | undefined, to: string) =>
      at === undefined ? undefined : tasksPath({ node: at, state: 'open', ...part, from, to });
    return [
      { key: 'overdue', count: line.overdue, to: list(undefined, addDays(of.today, -1)) },
      { key: 'soon', count: line.soon, to: list(of.today, addDays(of.today, soonDays)) },
    ];
  };
  const late = [
    { key: 'overdue', title: t('cockpit.overdue') },
    { key: 'soon', title: t('cockpit.soon') },
  ];
  const ahead = [{ key: 'ahead', title: t('cockpit.ahead') }];
  return (
    <>
      <Panel title={t('cockpit.byNode', { year: of.year })}>
        {of.byNode.length > 1 && <NodeMap of={of} />}
        <div id="archives">
          <RateRows
            label={t('cockpit.byNode', { year: of.year })}
            heading={t('cockpit.node')}
            more={late}
            rows={of.byNode.map((line) => ({
              ...line,
              key: line.node,
              name: <Link to={`/cockpit?node=${encodeURIComponent(line.node)}`}>{say(line.name)}</Link>,
              more: lists(line, line.node),
            }))}
          />
        </div>
      </Panel>
      <Panel title={t('cockpit.bySource', { year: of.year })}>
        <RateRows
          label={t('cockpit.bySource', { year: of.year })}
          heading={t('cockpit.source')}
          more={late}
          rows={of.bySource.map((line) => ({
            ...line,
            key: line.source,
            name: say(sourceNames[line.source]),
            more: lists(line, node, { source: line.source }),
          }))}
        />
      </Panel>
      <Panel title={t('cockpit.byMineral', { year: of.year })}>
        <RateRows
          label={t('cockpit.byMineral', { year: of.year })}
          heading={t('cockpit.mineral')}
          more={late}
          rows={of.byMineral.map((line) => ({
            ...line,
            key: line.mineral,
            name: line.mineral === 'none' ? t('cockpit.noMineral') : say(mineralClassName(line.mineral)),
            more: lists(line, node, { mineral: line.mineral }),
          }))}
        />
        <p className="ga-soft">{t('cockpit.mineralHint')}</p>
      </Panel>
      <Panel title={t('cockpit.byMonth', { year: of.year })}>
        <RateRows
          label={t('cockpit.byMonth', { year: of.year })}
          heading={t('cockpit.month')}
          more={ahead}
          rows={of.byMonth.map((line) => ({
            ...line,
            key: line.period,
            name: line.period,
            more: [{ key: 'ahead', count: line.ahead }],
          }))}
        />
      </Panel>
      <Panel title={t('cockpit.byYear')}>
        <RateRows
          label={t('cockpit.byYear')}
          heading={t('cockpit.year')}
          more={ahead}
          rows={of.byYear.map((line) => ({
            ...line,
            key: line.period,
            name: line.period,
            more: [{ key: 'ahead', count: line.ahead }],
          }))}
        />
      </Panel>
    </>
  );
};
