import { minerals } from '../codes/minerals.ts';
import type { Day } from '../dates.ts';
import { taskSourceNames, taskSources } from '../publication.ts';
import { folded } from '../sheets/fold.ts';
import { type Code, type Column, declareSheet, type Values } from '../sheets/sheet.ts';
import type { Bilingual } from '../text.ts';
import {
  fundingLevels,
  fundingNames,
  happeningKinds,
  happeningNames,
  holdingOn,
  type RegisterEntry,
} from './register.ts';
import { areaText, parseArea } from './register-area.ts';

const codes = <K extends string>(keys: readonly K[], names: Readonly<Record<K, Bilingual>>): Code[] =>
  keys.map((code) => ({ code, label: names[code] }));

const several = {
  zh: '可填多个，用顿号、逗号或分号隔开。',
  en: 'Several may be given, separated by commas or semicolons.',
};
const text = (key: string, zh: string, en: string, of: Partial<Column> = {}): Column => ({
  key,
  label: { zh, en },
  type: 'text',
  maxLength: 255,
  ...of,
});
const date = (key: string, zh: string, en: string, of: Partial<Column> = {}): Column => ({
  key,
  label: { zh, en },
  type: 'date',
  ...of,
});

/** The sheet of the registers: licences and projects, one line for each term. Template, import and export follow from it. */
export const registerSheet = declareSheet({
  id: 'registers',
  version: 1,
  title: { zh: '矿业权与项目登记', en: 'Registers of rights and projects' },
  key: ['kind', 'number', 'from'],
  columns: [
    {
      key: 'kind',
      label: { zh: '类别', en: 'Kind' },
      aliases: ['来源', '任务来源'],
      type: 'code',
      codes: codes(taskSources, taskSourceNames),
      required: true,
    },
    text('number', '许可证号或项目编号', 'Number', {
      aliases: ['许可证号', '项目编号', '勘查许可证号', '采矿许可证号'],
      required: true,
      maxLength: 50,
    }),
    text('name', '名称', 'Name', { aliases: ['项目名称', '矿山名称'], required: true }),
    text('holder', '权利人（承担单位）代码', 'Holder code', {
      aliases: ['统一社会信用代码', '汇交单位代码'],
      required: true,
      maxLength: 60,
      hint: {
        zh: '矿业权人，或国家出资项目的承担单位、其他工作的出资人（《条例》第七条）。',
        en: 'Who holds the right, or carries out the State-funded project, or pays for other work (Regulation art. 7).',
      },
    }),
    text('holderName', '权利人（承担单位）名称', 'Holder name', {
      aliases: ['权利人', '承担单位'],
      maxLength: 200,
    }),
    date('transferredOn', '转让日期', 'Transferred on', {
      hint: {
        zh: '权利人变更时填写；不填则以导入当日为准。',
        en: 'When the holder is another than before; without it the day of the import counts.',
      },
    }),
    date('from', '有效期起', 'From', { aliases: ['起始日期', '开始日期'], required: true }),
    date('to', '有效期止', 'To', {
      aliases: ['截止日期', '结束日期'],
      hint: {
        zh: '汇交期限由此推算；暂缺可留空，补充后自动生成任务。',
        en: 'Due dates are reckoned from it; it may come later.',
      },
    }),
    date('rightTo', '权利期限止', 'Right ends', {
      hint: {
        zh: '矿业权期限与许可证有效期不一致时填写（2025-07-01 起施行的《矿产资源法》）。',
        en: 'Where it differs from the licence (Mineral Resources Law in force from 2025-07-01).',
      },
    }),
    { key: 'retention', label: { zh: '保留', en: 'Retention' }, type: 'boolean' },
    { key: 'newData', label: { zh: '保留期有新资料', en: 'New data in retention' }, type: 'boolean' },
    {
      key: 'happening',
      label: { zh: '变更情形', en: 'What happened' },
      type: 'code',
      codes: codes(happeningKinds, happeningNames),
    },
    date('happenedOn', '变更日期', 'Happened on'),
    text('happeningNote', '变更说明', 'Note', { maxLength: 200 }),
    {
      key: 'funding',
      label: { zh: '出资', en: 'Funding' },
      type: 'code',
      codes: codes(fundingLevels, fundingNames),
    },
    text('funderRegion', '出资人所在省', 'Province of the funder', { maxLength: 12 }),
    text('minerals', '矿种', 'Minerals', { hint: several }),
    { key: 'marine', label: { zh: '海域', en: 'Marine' }, type: 'boolean' },
    text('regions', '行政区划代码', 'Regions', { aliases: ['所在行政区'], hint: several }),
    text('area', '范围拐点', 'Corners of the area', {
      aliases: ['拐点坐标', '范围坐标'],
      maxLength: 30_000,
      hint: {
        zh: '先经度后纬度，点与点以分号隔开，区块之间以竖线隔开；十进制度、度分秒或带带号的横、纵坐标（CGCS2000）均可。',
        en: 'Longitude first; semicolons between corners, a bar between blocks. Decimal degrees, degrees with minutes and seconds, or easting with its zone and northing (CGCS2000).',
      },
    }),
  ],
  examples: [
    {
      kind: 'exploration-right',
      number: 'T42000020220300001（示例）',
      name: '某地铜矿勘探',
      holder: 'DEMO-SURVEY',
      holderName: '示例勘查单位',
      from: '2022-03-01',
      to: '2027-03-01',
      minerals: '铜矿、金矿',
      regions: '420100',
      area: '114.10, 30.50; 114.15, 30.50; 114.15, 30.55; 114.10, 30.55',
    },
  ],
});

const bySlug = new Map(
  minerals.entries.flatMap(({ slug, name }) =>
    [slug, name.zh, name.en].map((word) => [folded(word), slug] as const),
  ),
);
const between = /[、,，;；\s]+/;
const split = (value: unknown): string[] | undefined =>
  typeof value === 'string' ? value.split(between).filter((part) => part !== '') : undefined;

/**
 * A line of the sheet as the registers take it: lists are split, minerals become slugs where the list has them (by Chinese or English
 * name, with or without 矿 at the end) and stay as typed where it has not.
 */
export const registerInput = ({
  minerals: named,
  regions,
  area,
  ...values
}: Values): Record<string, unknown> => {
  const slugs = split(named)?.map(
    (word) => bySlug.get(folded(word)) ?? bySlug.get(folded(`${word}矿`)) ?? word,
  );
  const areas = split(regions);
  return {
    ...values,
    ...(slugs === undefined ? {} : { minerals: slugs }),
    ...(areas === undefined ? {} : { regions: areas }),
    ...(typeof area === 'string' ? { area: parseArea(area) } : {}),
  };
};

/** Names of minerals; one that would be split again goes by its slug. */
const nameOf = new Map(
  minerals.entries.flatMap(({ slug, name }) => (between.test(name.zh) ? [] : [[slug, name.zh] as const])),
);
const joined = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.join('、');

/**
 * The lines of the sheet that say an entry again, one for each term: imported, they change nothing. Each says who holds it on `today`
 * and since when, if it was transferred; the latest happenings stand at the latest terms. Earlier holders and more happenings than
 * there are terms find no place: what an import leaves out stays.
 */
export const registerLines = (entry: RegisterEntry, today: Day): Values[] => {
  const holding = holdingOn(entry, today);
  const happenings = entry.happenings.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const terms = entry.terms.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return terms.map(({ id: _, ...term }, at) => {
    const happening = happenings.at(at - terms.length);
    const said = {
      kind: entry.kind,
      number: entry.number,
      name: entry.name,
      holder: holding?.organisation,
      holderName: holding?.name,
      transferredOn: entry.holders.length > 1 ? holding?.from : undefined,
      ...term,
      happening: happening?.kind,
      happenedOn: happening?.on,
      happeningNote: happening?.note,
      funding: entry.funding,
      funderRegion: entry.funderRegion,
      minerals: joined(entry.minerals.map((slug) => nameOf.get(slug) ?? slug)),
      marine: entry.marine,
      regions: joined(entry.regions),
      area: entry.area === undefined ? undefined : areaText(entry.area),
    };
    return Object.fromEntries(
      Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    );
  });
};
