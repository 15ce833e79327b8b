import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { indicators } from '@geoarchive/domain/reporting/evaluation.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Correction = Evaluation['corrections'][number];
type Measured = Correction['items'][number]['before'];

/** What one correction changed, old beside new. */
const Changed = ({ of, label }: { of: Correction; label: string }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const score = (n: number | undefined): string =>
    n === undefined ? t('reporting.notMeasured') : formatCount(n);
  const measured = ({ score: n, part, whole }: Measured): string =>
    part === undefined || whole === undefined
      ? score(n)
      : t('evaluation.scoreOf', { score: score(n), part: formatCount(part), whole: formatCount(whole) });
  const rows = [
    ...of.items.map(({ indicator, before, after }) => ({
      key: indicator,
      what: say(indicators[indicator].name),
      ...{ before: measured(before), after: measured(after) },
    })),
    {
      key: 'total',
      what: t('evaluation.total'),
      ...{ before: score(of.total.before), after: score(of.total.after) },
    },
    {
      key: 'rank',
      what: t('evaluation.rank'),
      ...{ before: String(of.rank.before ?? '—'), after: String(of.rank.after ?? '—') },
    },
  ];
  return (
    <Rows
      label={label}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', title: t('evaluation.what'), show: ({ what }) => what },
        { key: 'before', title: t('evaluation.asCirculated'), show: ({ before }) => before, width: 220 },
        { key: 'after', title: t('evaluation.corrected'), show: ({ after }) => after, width: 220 },
      ]}
    />
  );
};

/** What was corrected since it was circulated first, each by its appeal; nothing where nothing was. */
export const Corrections = ({ of }: { of: Evaluation }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  if (of.corrections.length === 0) return null;
  return (
    <Panel title={t('evaluation.corrections')}>
      {of.corrections.map((one, at) => {
        const label = t('evaluation.correctionOf', {
          ...{ edition: at + 2, unit: say(one.name), at: time(one.at) },
        });
        return (
          <section key={one.at + one.appeal.id}>
            <p>
              {label} {t('evaluation.byAppeal')}{' '}
              <Link to={`/cases/${one.appeal.id}`}>{one.appeal.number}</Link>
            </p>
            <p className="ga-prose">{one.text}</p>
            <Changed of={one} label={label} />
          </section>
        );
      })}
    </Panel>
  );
};
