import type { archive, cockpit } from '@geoarchive/contract/routes.ts';
import { mineralClassName } from '@geoarchive/domain/codes/mineral-class-of.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { type ChaseStep, chaseLifecycle, chaseStepName } from '@geoarchive/domain/supervision/chase.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { transferSoonDays } from '@geoarchive/domain/transfer/transfer.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type * as z from 'zod';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { listTable } from '../parts.ts';
import { asOf, heading, reportPdf } from './frame.ts';

export type CockpitReport = {
  /** Whose figures they are: one archive, or all. */
  of: Bilingual;
  figures: z.infer<typeof cockpit.cockpit.reply>;
  stock: z.infer<typeof cockpit.cockpitStock.reply>['items'];
  late: z.infer<typeof archive.lateFigures.reply>;
};

type Rate = { should: number; submitted: number };
type Line = Rate & { lastYear: Rate; overdue: number; soon: number };

const title: Bilingual = { zh: '监管总览', en: 'Supervision' };
const none = '—';
const steps = ['demand', 'order', 'propose', 'fine', 'circulate'] as const satisfies readonly ChaseStep[];
/** Lines of holders that are printed. */
const holdersShown = 20;

/** Whole percent, rounded down: what is not all submitted is never 100. */
const share = ({ should, submitted }: Rate): string =>
  should === 0 ? none : `${Math.floor((submitted * 100) / should)}%`;

const rateTable = (first: Bilingual, rows: readonly (Line & { name: string })[], pen: Pen): Content => {
  const { say, count } = pen;
  return listTable(
    {
      heads: [
        say(first),
        say({ zh: '应汇交', en: 'Should' }),
        say({ zh: '已汇交', en: 'Submitted' }),
        say({ zh: '汇交率', en: 'Rate' }),
        say({ zh: '上年同期', en: 'Year before' }),
        say({ zh: '逾期', en: 'Overdue' }),
        say({ zh: '90 天内到期', en: 'Due in 90 days' }),
      ],
      widths: ['*', 75, 75, 65, 75, 75, 85],
      rows: rows.map((line) => [
        line.name,
        count(line.should),
        count(line.submitted),
        share(line),
        share(line.lastYear),
        count(line.overdue),
        count(line.soon),
      ]),
    },
    pen,
  );
};

const periodTable = (
  first: Bilingual,
  rows: readonly (Rate & { period: string; ahead: number; lastYear?: Rate })[],
  pen: Pen,
): Content => {
  const isCompared = rows.some(({ lastYear }) => lastYear !== undefined);
  return listTable(
    {
      heads: [
        pen.say(first),
        pen.say({ zh: '应汇交', en: 'Should' }),
        pen.say({ zh: '已汇交', en: 'Submitted' }),
        pen.say({ zh: '汇交率', en: 'Rate' }),
        ...(isCompared ? [pen.say({ zh: '上年同月', en: 'Year before' })] : []),
        pen.say({ zh: '尚未到期', en: 'Not due yet' }),
      ],
      widths: ['*', 100, 100, 90, ...(isCompared ? [90] : []), 100],
      rows: rows.map(({ lastYear = { should: 0, submitted: 0 }, ...line }) => [
        line.period,
        pen.count(line.should),
        pen.count(line.submitted),
        share(line),
        ...(isCompared ? [share(lastYear)] : []),
        pen.count(line.ahead),
      ]),
    },
    pen,
  );
};

const numbersTable = ({ figures }: CockpitReport, pen: Pen): Content => {
  const { say, count } = pen;
  const within = (days: number) => say({ zh: `${days} 天内到期`, en: `Due within ${days} days` });
  const ages = figures.overdue.map(({ upTo, count: late }, at) => {
    const after = figures.overdue[at - 1]?.upTo ?? 0;
    const name =
      upTo === undefined
        ? { zh: `逾期 ${after} 天以上`, en: `Overdue over ${after} days` }
        : { zh: `逾期 ${after + 1}–${upTo} 天`, en: `Overdue ${after + 1}–${upTo} days` };
    return [say(name), count(late)];
  });
  return listTable(
    {
      heads: [say({ zh: '指标', en: 'Figure' }), say({ zh: '任务数', en: 'Tasks' })],
      widths: ['*', 120],
      rows: [
        ...figures.due.map(({ days, count: due }) => [within(days), count(due)]),
        [say({ zh: '逾期未汇交（全部年度）', en: 'Overdue, all years' }), count(figures.total.overdue)],
        ...ages,
        [
          say({ zh: `${figures.year} 年应汇交`, en: `Should be submitted in ${figures.year}` }),
          count(figures.total.should),
        ],
        [say({ zh: '其中已汇交', en: 'Submitted of them' }), count(figures.total.submitted)],
        [say({ zh: '汇交率', en: 'Rate' }), share(figures.total)],
        [say({ zh: '上年同期汇交率', en: 'Rate of the year before' }), share(figures.total.lastYear)],
      ],
    },
    pen,
  );
};

const holdersPart = ({ stock }: CockpitReport, pen: Pen): Content[] => {
  const { say, count } = pen;
  const rows = stock
    .flatMap(({ name, holders }) => holders.map((one) => ({ ...one, archive: say(name) })))
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, holdersShown);
  const oldest = stock.map((one) => one.asOf).toSorted()[0];
  if (oldest === undefined) return [];
  return [
    heading(say({ zh: '逾期最多的汇交人', en: 'Holders with most overdue tasks' })),
    asOf(
      {
        zh: '每夜清点；汇交率按近 365 天到期的任务计。',
        en: 'Taken stock of at night; rates are of tasks due within the last 365 days.',
      },
      oldest,
      pen,
    ),
    listTable(
      {
        heads: [
          say({ zh: '汇交人', en: 'Holder' }),
          say({ zh: '馆藏机构', en: 'Archive' }),
          say({ zh: '逾期', en: 'Overdue' }),
          say({ zh: '汇交率', en: 'Rate' }),
        ],
        widths: ['*', 180, 80, 80],
        rows: rows.map(({ organisation, name, archive, overdue, ...rate }) => [
          name === undefined ? organisation : `${name}（${organisation}）`,
          archive,
          count(overdue),
          share(rate),
        ]),
      },
      pen,
    ),
  ];
};

const chasingPart = ({ stock }: CockpitReport, pen: Pen): Content[] => {
  const { say, count } = pen;
  const oldest = stock.map((one) => one.asOf).toSorted()[0];
  if (oldest === undefined) return [];
  const spans = (stock[0]?.chasing.papers ?? []).map(({ days }) => days).join(' / ');
  return [
    heading(say({ zh: '各省催交工作', en: 'Chasing by the provinces' })),
    asOf({ zh: '每夜清点。', en: 'Taken stock of at night.' }, oldest, pen),
    listTable(
      {
        heads: [
          say({ zh: '馆藏机构', en: 'Archive' }),
          ...statesOf(chaseLifecycle).map((state) => say(chaseLifecycle.states[state])),
        ],
        widths: ['*', ...statesOf(chaseLifecycle).map(() => 72)],
        rows: stock.map(({ name, chasing }) => [
          say(name),
          ...statesOf(chaseLifecycle).map((state) => count(chasing.states[state] ?? 0)),
        ]),
      },
      pen,
    ),
    {
      text: say({ zh: `近 ${spans} 天出具的文书：`, en: `Papers issued in the last ${spans} days:` }),
      style: 'hint',
    },
    listTable(
      {
        heads: [
          say({ zh: '馆藏机构', en: 'Archive' }),
          ...steps.map((step) => say(chaseStepName(step))),
          say({ zh: '应交日至催交（中位数，天）', en: 'Due day to demand (median, days)' }),
        ],
        widths: ['*', ...steps.map(() => 78), 130],
        rows: stock.map(({ name, chasing }) => [
          say(name),
          ...steps.map((step) => chasing.papers.map(({ counts }) => count(counts[step])).join(' / ')),
          chasing.medianDays === undefined ? none : String(chasing.medianDays),
        ]),
      },
      pen,
    ),
  ];
};

const latePart = ({ late }: CockpitReport, pen: Pen): Content[] => {
  const { say, count } = pen;
  return [
    heading(say({ zh: '馆藏机构自身的期限', en: 'Clocks of the archives' })),
    asOf({ zh: '', en: '' }, late.asOf, pen),
    listTable(
      {
        heads: [
          say({ zh: '馆藏机构', en: 'Archive' }),
          say({ zh: '检查逾期', en: 'Checks past their day' }),
          say({ zh: '公开逾期', en: 'Publications past their day' }),
          say({
            zh: `转送 ${transferSoonDays} 天内到期`,
            en: `Transfers due within ${transferSoonDays} days`,
          }),
          say({ zh: '转送逾期', en: 'Transfers overdue' }),
        ],
        widths: ['*', 85, 85, 85, 85],
        rows: late.items.map((one) => [
          say(one.name),
          ...[one.checkOverdue, one.releaseOverdue, one.transferSoon, one.transferOverdue].map(count),
        ]),
      },
      pen,
    ),
  ];
};

const coveragePart = ({ figures: { recount } }: CockpitReport, pen: Pen): Content[] => {
  const { say, count, day } = pen;
  if (recount === undefined) return [];
  return [
    heading(say({ zh: '登记覆盖与更新', en: 'Registers: coverage and freshness' })),
    asOf({ zh: '每夜清点。', en: 'Counted at night.' }, recount.asOf, pen),
    listTable(
      {
        heads: [
          say({ zh: '馆藏机构', en: 'Archive' }),
          say({ zh: '登记条数', en: 'Entries' }),
          say({ zh: '无任务条数', en: 'Entries without a task' }),
          say({ zh: '最近变更', en: 'Last change' }),
        ],
        widths: ['*', 110, 140, 140],
        rows: recount.coverage.map((one) => [
          say(one.name),
          count(one.entries),
          count(one.without),
          day(one.changedOn),
        ]),
      },
      pen,
    ),
  ];
};

const contentOf = (of: CockpitReport, pen: Pen): Content[] => {
  const { figures } = of;
  const { say } = pen;
  const ofYear = (zh: string, en: string) =>
    heading(say({ zh: `${figures.year} 年${zh}汇交率`, en: `Rates of ${figures.year} by ${en}` }));
  return [
    { text: `${say(title)} · ${say(of.of)}`, style: 'title' },
    asOf(
      {
        zh: '应汇交：应交日已过的任务；已汇交：其中已接收、验收或发证的；其余为逾期。',
        en: 'Should be submitted: tasks whose day has passed; submitted: those of them that were received, accepted or certified; the rest is overdue.',
      },
      figures.asOf,
      pen,
    ),
    numbersTable(of, pen),
    ofYear('分馆', 'archive'),
    rateTable(
      { zh: '馆藏机构', en: 'Archive' },
      figures.byNode.map((line) => ({ ...line, name: say(line.name) })),
      pen,
    ),
    ofYear('分来源', 'source'),
    rateTable(
      { zh: '来源', en: 'Source' },
      figures.bySource.map((line) => ({ ...line, name: say(taskSourceNames[line.source]) })),
      pen,
    ),
    ofYear('分矿产类别', 'class of minerals'),
    rateTable(
      { zh: '矿产', en: 'Minerals' },
      figures.byMineral.map((line) => ({
        ...line,
        name: say(
          line.mineral === 'none'
            ? { zh: '未注明矿种', en: 'No mineral named' }
            : mineralClassName(line.mineral),
        ),
      })),
      pen,
    ),
    heading(say({ zh: `${figures.year} 年各月`, en: `Months of ${figures.year}` })),
    periodTable({ zh: '月份', en: 'Month' }, figures.byMonth, pen),
    heading(say({ zh: '各年', en: 'Years' })),
    periodTable({ zh: '年份', en: 'Year' }, figures.byYear, pen),
    ...holdersPart(of, pen),
    ...chasingPart(of, pen),
    ...latePart(of, pen),
    ...coveragePart(of, pen),
  ];
};

/**
 * The cockpit (监管总览) as a file to take along: A4 across, fonts embedded, each part with its own as-of. The same figures give the
 * same bytes.
 */
export const cockpitPdf = (of: CockpitReport, language: Language, fonts: Fonts): Promise<Uint8Array> =>
  reportPdf(
    of,
    {
      title: {
        zh: `${title.zh} ${of.of.zh} ${of.figures.today}`,
        en: `${title.en} ${of.of.en} ${of.figures.today}`,
      },
      asOf: of.figures.asOf,
      content: contentOf,
    },
    language,
    fonts,
  );
