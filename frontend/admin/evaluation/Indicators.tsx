import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { type IndicatorCode, indicatorCodes, indicators } from '@geoarchive/domain/reporting/evaluation.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Result = Evaluation['results'][number];
/** The figures of both sides of an indicator, which lead to objects. */
const sides = (code: IndicatorCode): { part?: string; whole?: string } => {
  const { measure } = indicators[code];
  if (measure.kind === 'share') return { part: measure.part, whole: measure.whole };
  return measure.kind === 'months' ? { part: measure.figure } : {};
};

const One = ({ of, code }: { of: Evaluation; code: IndicatorCode }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const person = usePerson();
  const mayLook = (unit: string) =>
    person?.roles.includes('MINISTRY_ADMIN') === true || person?.node === unit;
  const { name, definition } = indicators[code];
  const count = ({ unit }: Result, n: number | undefined, figure: string | undefined) => {
    if (n === undefined) return '—';
    if (figure === undefined || n === 0 || !mayLook(unit)) return formatCount(n);
    return <Link to={`/evaluations/${of.id}/units/${unit}/figures/${figure}`}>{formatCount(n)}</Link>;
  };
  return (
    <Panel title={t('evaluation.weighted', { name: say(name), weight: of.weights[code] ?? 0 })}>
      <p className="ga-soft">{say(definition)}</p>
      <Rows
        label={say(name)}
        rows={of.results}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'unit', title: t('reporting.unit'), show: (row) => say(row.name) },
          {
            key: 'score',
            title: t('evaluation.score'),
            show: (row) => row.indicators[code]?.score ?? t('reporting.notMeasured'),
            width: 120,
          },
          {
            key: 'part',
            title: t('evaluation.part'),
            show: (row) => count(row, row.indicators[code]?.part, sides(code).part),
            width: 120,
          },
          {
            key: 'whole',
            title: t('evaluation.whole'),
            show: (row) => count(row, row.indicators[code]?.whole, sides(code).whole),
            width: 120,
          },
        ]}
      />
    </Panel>
  );
};

/** Indicator by indicator what each unit came to; those nobody has a score in are named in one place. */
export const Indicators = ({ of }: { of: Evaluation }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const isScored = (code: IndicatorCode) =>
    of.results.some((one) => one.indicators[code]?.score !== undefined);
  const without = indicatorCodes.filter((code) => !isScored(code));
  return (
    <>
      {without.length > 0 && (
        <Panel title={t('reporting.notMeasured')}>
          <ul>
            {without.map((code) => (
              <li key={code}>
                {say(indicators[code].name)} · {say(indicators[code].definition)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {indicatorCodes.filter(isScored).map((code) => (
        <One key={code} of={of} code={code} />
      ))}
    </>
  );
};
