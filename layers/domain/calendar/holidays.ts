import { addDays, type Day } from '../dates.ts';

/**
 * The days off and the worked weekend days of one year, as the State Council announces them. `off` and `work` are days
 * (`MM-DD`) or runs of days (`MM-DD/MM-DD`); weekends that are simply weekends need not be named.
 */
export type HolidayTable = { year: number; off: string; work: string; source: string };

/**
 * The announcements of the General Office of the State Council (国务院办公厅关于部分节假日安排的通知), taken over from the package
 * `chinese-days` 1.5.7 (MIT), which names the page of each. A year that was announced in two steps names the first.
 */
export const publishedHolidays: readonly HolidayTable[] = [
  {
    year: 2010,
    off: '01-01/01-03 02-13/02-19 04-03/04-05 05-01/05-03 06-14/06-16 09-22/09-24 10-01/10-07',
    work: '02-20/02-21 06-12/06-13 09-19 09-25/09-26 10-09',
    source: 'http://www.gov.cn/zwgk/2009-12/08/content_1482691.htm',
  },
  {
    year: 2011,
    off: '01-01/01-03 02-02/02-08 04-03/04-05 04-30/05-02 06-04 06-06 09-10/09-12 10-01/10-07',
    work: '01-30 02-12 04-02 10-08/10-09 12-31',
    source: 'http://www.gov.cn/zwgk/2010-12/10/content_1762643.htm',
  },
  {
    year: 2012,
    off: '01-01/01-03 01-22/01-28 04-02/04-04 04-29/05-01 06-22 06-24 09-30/10-07',
    work: '01-21 01-29 03-31/04-01 04-28 09-29',
    source: 'http://www.gov.cn/zwgk/2011-12/06/content_2012097.htm',
  },
  {
    year: 2013,
    off: '01-01/01-03 02-09/02-15 04-04/04-06 04-29/05-01 06-10/06-12 09-19/09-21 10-01/10-07',
    work: '01-05/01-06 02-16/02-17 04-07 04-27/04-28 06-08/06-09 09-22 09-29 10-12',
    source: 'http://www.gov.cn/zwgk/2012-12/10/content_2286598.htm',
  },
  {
    year: 2014,
    off: '01-01 01-31/02-06 04-05/04-07 05-01/05-03 06-02 09-08 10-01/10-07',
    work: '01-26 02-08 05-04 09-28 10-11',
    source: 'http://www.gov.cn/zwgk/2013-12/11/content_2546204.htm',
  },
  {
    year: 2015,
    off: '01-01/01-03 02-18/02-24 04-05/04-06 05-01 06-20 06-22 09-03/09-04 09-27 10-01/10-07',
    work: '01-04 02-15 02-28 09-06 10-10',
    source: 'http://www.gov.cn/zhengce/content/2014-12/16/content_9302.htm',
  },
  {
    year: 2016,
    off: '01-01 02-07/02-13 04-04 05-01/05-02 06-09/06-11 09-15/09-17 10-01/10-07',
    work: '02-06 02-14 06-12 09-18 10-08/10-09',
    source: 'http://www.gov.cn/zhengce/content/2015-12/10/content_10394.htm',
  },
  {
    year: 2017,
    off: '01-01/01-02 01-27/02-02 04-02/04-04 05-01 05-28/05-30 10-01/10-08',
    work: '01-22 02-04 04-01 05-27 09-30',
    source: 'http://www.gov.cn/zhengce/content/2016-12/01/content_5141603.htm',
  },
  {
    year: 2018,
    off: '01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-18 09-24 10-01/10-07 12-30/12-31',
    work: '02-11 02-24 04-08 04-28 09-29/09-30 12-29',
    source: 'http://www.gov.cn/zhengce/content/2017-11/30/content_5243579.htm',
  },
  {
    year: 2019,
    off: '01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07',
    work: '02-02/02-03 04-28 05-05 09-29 10-12',
    source: 'http://www.gov.cn/xinwen/2018-12/06/content_5346287.htm',
  },
  {
    year: 2020,
    off: '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08',
    work: '01-19 04-26 05-09 06-28 09-27 10-10',
    source: 'http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
  },
  {
    year: 2021,
    off: '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07',
    work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
    source: 'http://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm',
  },
  {
    year: 2022,
    off: '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31',
    work: '01-29/01-30 04-02 04-24 05-07 10-08/10-09',
    source: 'http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm',
  },
  {
    year: 2023,
    off: '01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06',
    work: '01-28/01-29 04-23 05-06 06-25 10-07/10-08',
    source: 'http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm',
  },
  {
    year: 2024,
    off: '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    source: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
  },
  {
    year: 2025,
    off: '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
  {
    year: 2026,
    off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  },
];

/** The days of a table's list, in order. */
export const daysOf = (year: number, list: string): Day[] =>
  list
    .split(' ')
    .filter((run) => run !== '')
    .flatMap((run) => {
      const [from = '', to = from] = run.split('/');
      const days: Day[] = [];
      for (let day = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) days.push(day);
      return days;
    });

/** Days as such a list, the inverse of `daysOf`: in order, each once, days that follow each other as runs. */
export const listOf = (days: readonly Day[]): string => {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const run = runs.at(-1);
    if (run !== undefined && addDays(run.last, 1) === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const short = (day: Day) => day.slice(5);
  return runs
    .map(({ first, last }) => (first === last ? short(first) : `${short(first)}/${short(last)}`))
    .join(' ');
};

/** The shipped table of a year; undefined where none was announced when this version was made. */
export const shippedTable = (year: number): HolidayTable | undefined =>
  publishedHolidays.find((table) => table.year === year);

/** The tables that count: the shipped ones, those of edited years replaced, further years added. */
export const tablesInForce = (edited: readonly HolidayTable[]): HolidayTable[] => {
  const years = new Map([...publishedHolidays, ...edited].map((table) => [table.year, table]));
  return [...years.values()].sort((a, b) => a.year - b.year);
};
