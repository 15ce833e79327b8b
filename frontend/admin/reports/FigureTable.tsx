import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import type { Figure, ReportTable } from '@geoarchive/domain/reporting/figure.ts';
import { sourceName } from '@geoarchive/domain/reporting/report-sheet.ts';
import { figuresIn, tableNames } from '@geoarchive/domain/reporting/tables/tables.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { figureText } from '@geoarchive/frontend-shared/format/figure.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What was typed and not saved yet, on the version that was seen when typing began. */
type Draft = { since: number; numbers: Record<string, number | null>; words: Record<string, string> };

const useDraft = (of: AnnualReport, table: ReportTable) => {
  const [draft, setDraft] = useState<Draft>();
  const write = useWrite(reporting.saveTable);
  const change = (more: Partial<Pick<Draft, 'numbers' | 'words'>>) =>
    setDraft((before = { since: of.version, numbers: {}, words: {} }) => ({
      ...before,
      numbers: { ...before.numbers, ...more.numbers },
      words: { ...before.words, ...more.words },
    }));
  const drop = () => {
    setDraft(undefined);
    write.reset();
  };
  const save = () => {
    if (draft === undefined) return;
    const body = {
      figures: Object.entries(draft.numbers).map(([figure, n]) => ({ figure, n })),
      explanations: Object.entries(draft.words).map(([figure, text]) => ({ figure, text })),
    };
    write
      .mutateAsync({ params: { id: of.id, table }, body, ifMatch: draft.since })
      .then(drop)
      .catch(() => undefined);
  };
  return { draft, change, drop, save, write };
};

/** A table of a report: its figures beside those of the year before; where it is filled in, numbers and explanations are entered here. */
export const FigureTable = ({ of, table }: { of: AnnualReport; table: ReportTable }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { draft, change, drop, save, write } = useDraft(of, table);
  const jumps = new Set(
    of.findings.flatMap(({ code, figure }) => (code === 'jump' && figure ? [figure] : [])),
  );

  const number = (figure: Figure) => {
    const value = of.values[figure.code];
    const typed = draft?.numbers[figure.code];
    if (of.mayEdit && value?.enter === true)
      return (
        <InputNumber<number>
          aria-label={say(figure.name)}
          min={0}
          value={typed === undefined ? (value.n ?? null) : typed}
          placeholder={t('reporting.notMeasured')}
          onChange={(n) => change({ numbers: { [figure.code]: n } })}
        />
      );
    if (value?.n === undefined) return <span className="ga-soft">{t('reporting.notMeasured')}</span>;
    const text = figureText(figure, value.n, say);
    return <Link to={`/reports/${of.id}/figures/${figure.code}`}>{text}</Link>;
  };
  const explanation = ({ code, name }: Figure) => {
    const known = of.explanations[code]?.text ?? '';
    if (!of.mayEdit || (known === '' && !jumps.has(code) && draft?.words[code] === undefined)) return known;
    return (
      <Input.TextArea
        aria-label={t('reporting.explanationOf', { figure: say(name) })}
        autoSize
        maxLength={1000}
        value={draft?.words[code] ?? known}
        placeholder={t('reporting.explain')}
        onChange={(event) => change({ words: { [code]: event.target.value } })}
      />
    );
  };
  return (
    <Panel title={say(tableNames[table])}>
      <Rows
        label={say(tableNames[table])}
        rows={figuresIn(table).filter(({ code }) => of.values[code] !== undefined)}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: t('reporting.figure'),
            show: ({ name, definition }) => <span title={say(definition)}>{say(name)}</span>,
            width: 200,
          },
          { key: 'n', title: String(of.year), show: number, width: 190 },
          {
            key: 'before',
            title: t('reporting.before'),
            show: (figure) => {
              const before = of.values[figure.code]?.before;
              return before === undefined ? '—' : figureText(figure, before, say);
            },
            width: 150,
          },
          {
            key: 'from',
            title: t('reporting.source'),
            show: ({ code }) => say(sourceName(of.values[code]?.from ?? 'not-measured')),
            width: 110,
          },
          { key: 'explanation', title: t('reporting.explanation'), show: explanation },
        ]}
      />
      {write.error !== null && <ProblemAlert error={write.error} />}
      {draft !== undefined && (
        <Flex gap={8} className="ga-notice">
          <Button type="primary" loading={write.isPending} onClick={save}>
            {t('reporting.saveTable', { table: say(tableNames[table]) })}
          </Button>
          <Button onClick={drop}>{t('action.cancel')}</Button>
        </Flex>
      )}
    </Panel>
  );
};
