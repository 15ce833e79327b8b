import { workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { publicationWindow, shippedReleaseRules } from '@geoarchive/domain/release-rules.ts';
import type { DossierBody } from '@geoarchive/functions/archive/dossier-store.ts';
import { packNumbers } from '@geoarchive/functions/archive/packed-numbers.ts';
import { places } from './places.ts';

type Place = (typeof places)[number];
type Work = { title: (place: Place) => string; dataClass: string; degree?: string; words: string[] };

const works: readonly Work[] = [
  {
    title: ({ name, mineral }) => `${name}${mineral}普查报告`,
    dataClass: 'mineral-exploration',
    degree: '普查',
    words: ['普查', '矿体', '资源量'],
  },
  {
    title: ({ name, mineral }) => `${name}${mineral}详查地质报告`,
    dataClass: 'mineral-exploration',
    degree: '详查',
    words: ['详查', '钻探', '化学分析'],
  },
  {
    title: ({ name, mineral }) => `${name}${mineral}勘探报告`,
    dataClass: 'mineral-exploration',
    degree: '勘探',
    words: ['勘探', '储量', '可行性'],
  },
  {
    title: ({ name }) => `${name}1:5万区域地质调查报告`,
    dataClass: 'regional-survey',
    words: ['区域地质', '地层', '构造'],
  },
  {
    title: ({ name }) => `${name}1:20万水系沉积物测量成果报告`,
    dataClass: 'geochemistry',
    words: ['化探', '水系沉积物', '异常'],
  },
  {
    title: ({ name }) => `${name}航空磁法测量报告`,
    dataClass: 'geophysics',
    words: ['航磁', '磁异常', '物探'],
  },
  {
    title: ({ name }) => `${name}地下水资源调查评价报告`,
    dataClass: 'hydrogeology',
    words: ['地下水', '含水层', '水质'],
  },
  {
    title: ({ name }) => `${name}地质灾害详细调查报告`,
    dataClass: 'environmental-geology',
    words: ['滑坡', '泥石流', '风险区划'],
  },
  {
    title: ({ name }) => `${name}城市工程地质勘察报告`,
    dataClass: 'engineering-geology',
    words: ['工程地质', '地基', '钻孔'],
  },
];
const authors = ['王立新', '李建国', '陈志远', '刘海燕', '赵明', '孙晓东', '周文华', '吴思源'];
const producers = ['示范省地质调查院', '示范第一地质大队', '示范物探队', '示范水文地质队'];

/** Numbers that look drawn by lot and are the same in every run. */
const lot = (seed: number): number => {
  const x = Math.sin(seed * 12.9898 + 78.233) * 43_758.5453;
  return x - Math.floor(x);
};
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Days of publication as the rules that come with the system give them. */
const byLaw = { release: shippedReleaseRules, calendar: workCalendar() };

/** One of the demo's dossiers: invented, at a true place, ready to be sent through door 2. */
export const demoRecord = (
  n: number,
  files: number,
  depositId: string,
  archiveNumber: string,
  code: string,
): DossierBody => {
  const place = places[n % places.length] ?? places[0];
  const work = works[Math.floor(n / places.length) % works.length] ?? works[0];
  if (work === undefined) throw new Error('The demo knows no kind of work');
  const year = 1985 + Math.floor(lot(n) * 40);
  const month = String(1 + Math.floor(lot(n + 0.3) * 12)).padStart(2, '0');
  const formedOn = `${year}-${month}-15`;
  const submitted = addDays(formedOn, 120);
  const west = round(place.at[0] + lot(n + 0.1) * 0.6 - 0.4);
  const south = round(place.at[1] + lot(n + 0.2) * 0.4 - 0.3);
  const author = authors[n % authors.length] ?? '';
  const window = publicationWindow({ source: 'state-project', submitted }, byLaw);
  return {
    title: work.title(place),
    dataKind: 'result',
    dataClass: work.dataClass,
    abstract: `${work.title(place)}（演示数据）。报告论述了${place.name}工作区的${work.words.join('、')}等内容，附图件和附表。`,
    keywords: [...work.words, place.mineral],
    authors: [`${author}等`],
    producer: producers[n % producers.length] ?? '',
    formedOn,
    language: '中文',
    minerals: [place.mineral],
    ...(work.degree === undefined ? {} : { workDegree: work.degree }),
    regions: [{ code: place.code, name: place.name }],
    bbox: [west, south, round(west + 0.25), round(south + 0.1667)],
    sheets: [],
    source: 'state-project',
    copyright: 'consented',
    earlyConsent: false,
    secrecy: 'public',
    depositId,
    node: 'NGA',
    archiveNumber,
    code,
    submitter: 'DEMO-SURVEY',
    submitted,
    acceptedAt: `${submitted}T02:00:00.000Z`,
    fileCount: files,
    bytes: 0,
    ...(window === undefined ? {} : { window }),
    releasedFiles: 0,
    releaseVersion: 1,
    releasedNumbers: '',
    proposedNumbers: packNumbers(Array.from({ length: files }, (_, at) => at + 1)),
    bundleId: depositId,
    overdueTold: false,
    proposal: {
      by: 'demo',
      byName: '演示数据',
      at: `${submitted}T03:00:00.000Z`,
      files,
      note: '演示数据',
    },
  };
};
