import type { AreaReport } from '@geoarchive/contract/area.ts';
import { holeTypes } from '@geoarchive/domain/subsurface/codes.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { listTable } from '../parts.ts';
import { asOf, heading, reportPdf } from './frame.ts';

const none = '—';
const title: Bilingual = {
  zh: '钻前查询：范围内的已有资料',
  en: 'Before you drill: what is known of an area',
};
const yes: Bilingual = { zh: '有', en: 'yes' };
const cut: Bilingual = {
  zh: '未全部列出：请缩小范围，或在门户检索。',
  en: 'Not all are listed: make the area smaller, or search on the portal.',
};
const isHoleType = (type: string): type is keyof typeof holeTypes => Object.hasOwn(holeTypes, type);
const typeName = (type: string, { say }: Pen): string => (isHoleType(type) ? say(holeTypes[type]) : type);

const empty = (pen: Pen): Content => ({ text: pen.say({ zh: '没有。', en: 'None.' }), style: 'hint' });
const rest = (more: boolean, pen: Pen): Content[] => (more ? [{ text: pen.say(cut), style: 'hint' }] : []);

const cornersPart = ({ area }: AreaReport, pen: Pen): Content[] => [
  heading(pen.say({ zh: '范围（CGCS2000，度）', en: 'The area (CGCS2000, degrees)' })),
  {
    // The ring is closed: its last corner is the first again.
    text: area
      .slice(0, -1)
      .map(([x, y], at) => `${at + 1}: ${x}, ${y}`)
      .join(';  '),
    style: 'small',
  },
];

const numbersPart = (of: AreaReport, pen: Pen): Content[] => {
  const { say, count } = pen;
  const atLeast = (some: number, more: boolean) => `${more ? '≥ ' : ''}${count(some)}`;
  const ofHoles = (some: number) => atLeast(some, of.holeCounts.cut);
  const holes = of.holeCounts.byType.reduce((sum, { count: some }) => sum + some, 0);
  return [
    listTable(
      {
        heads: [say({ zh: '内容', en: 'What' }), say({ zh: '数量', en: 'Count' })],
        widths: ['*', 120],
        rows: [
          [
            say({ zh: '可阅读的报告', en: 'Reports that may be read' }),
            atLeast(of.open.items.length, of.open.more),
          ],
          [
            say({ zh: '受保护的报告（仅目录）', en: 'Protected reports (catalogue only)' }),
            atLeast(of.protected.items.length, of.protected.more),
          ],
          [say({ zh: '已公开的钻孔', en: 'Released holes' }), ofHoles(holes)],
          ...of.holeCounts.byType.map(({ type, count: some }) => [`　${typeName(type, pen)}`, ofHoles(some)]),
          [say({ zh: '其中有岩心', en: 'Of them with core' }), ofHoles(of.holeCounts.withCore)],
          [say({ zh: '其中有测井', en: 'Of them with logs' }), ofHoles(of.holeCounts.withLogs)],
        ],
      },
      pen,
    ),
  ];
};

const recordsPart = (name: Bilingual, { items, more }: AreaReport['open'], pen: Pen): Content[] => {
  const { say, day } = pen;
  return [
    heading(say(name)),
    items.length === 0
      ? empty(pen)
      : listTable(
          {
            heads: [
              say({ zh: '档号', en: 'Number' }),
              say({ zh: '题名', en: 'Title' }),
              say({ zh: '形成单位', en: 'Produced by' }),
              say({ zh: '形成日期', en: 'Produced on' }),
              say({ zh: '保护期至', en: 'Protected until' }),
            ],
            widths: [90, '*', 150, 80, 80],
            rows: items.map((one) => [
              one.archiveNumber,
              one.title,
              one.producer ?? none,
              one.formedOn === undefined ? none : day(one.formedOn),
              one.protectedUntil === undefined ? none : day(one.protectedUntil),
            ]),
          },
          pen,
        ),
    ...rest(more, pen),
  ];
};

const holesPart = ({ holes }: AreaReport, pen: Pen): Content[] => {
  const { say, day } = pen;
  return [
    heading(say({ zh: '钻孔', en: 'Holes' })),
    holes.items.length === 0
      ? empty(pen)
      : listTable(
          {
            heads: [
              say({ zh: '孔号', en: 'Hole' }),
              say({ zh: '项目', en: 'Project' }),
              say({ zh: '类型', en: 'Type' }),
              say({ zh: '位置（取整）', en: 'Place (rounded)' }),
              say({ zh: '孔深 (m)', en: 'Depth (m)' }),
              say({ zh: '终孔', en: 'Finished' }),
              say({ zh: '岩心', en: 'Core' }),
              say({ zh: '测井', en: 'Logs' }),
            ],
            widths: [80, '*', 60, 110, 55, 75, 45, 45],
            rows: holes.items.map((one) => [
              one.hole,
              one.project ?? none,
              typeName(one.holeType, pen),
              one.place === undefined ? none : `${one.place.longitude}, ${one.place.latitude}`,
              one.finalDepth === undefined ? none : String(one.finalDepth),
              one.finishedOn === undefined ? none : day(one.finishedOn),
              one.coreKeeper !== undefined || one.parts.includes('boxes') ? say(yes) : none,
              one.parts.includes('logs') ? say(yes) : none,
            ]),
          },
          pen,
        ),
    ...rest(holes.more, pen),
  ];
};

const comingPart = ({ coming }: AreaReport, pen: Pen): Content[] => [
  heading(pen.say({ zh: '将到期的保护', en: 'Protection that ends' })),
  coming.length === 0
    ? empty(pen)
    : listTable(
        {
          heads: [pen.say({ zh: '名称', en: 'Name' }), pen.say({ zh: '保护期至', en: 'Protected until' })],
          widths: ['*', 110],
          rows: coming.map(({ name, on }) => [name, pen.day(on)]),
        },
        pen,
      ),
];

const askPart = ({ ask, keepers }: AreaReport, pen: Pen): Content[] => {
  const { say, count } = pen;
  return [
    heading(say({ zh: '向谁查询', en: 'Who to ask' })),
    ask.length + keepers.length === 0
      ? empty(pen)
      : listTable(
          {
            heads: [
              say({ zh: '单位', en: 'Who' }),
              say({ zh: '联系方式 / 保管内容', en: 'How / what they keep' }),
            ],
            widths: [260, '*'],
            rows: [
              ...ask.map(({ name, contact }) => [say(name), contact === undefined ? none : say(contact)]),
              ...keepers.map(({ name, holes, core }) => [
                name,
                say({
                  zh: `${count(holes)} 个钻孔的资料${core ? '或岩心' : ''}`,
                  en: `papers${core ? ' or core' : ''} of ${count(holes)} holes`,
                }),
              ]),
            ],
          },
          pen,
        ),
  ];
};

const contentOf = (of: AreaReport, pen: Pen): Content[] => [
  { text: pen.say(title), style: 'title' },
  asOf(
    {
      zh: '只含公开的内容；钻孔位置按规定取整，边界附近的钻孔可能在范围外。',
      en: 'Only what is public; places of holes are rounded, so near the border a hole may lie outside.',
    },
    of.asOf,
    pen,
  ),
  numbersPart(of, pen),
  ...cornersPart(of, pen),
  ...recordsPart({ zh: '可阅读的报告', en: 'Reports that may be read' }, of.open, pen),
  ...recordsPart(
    { zh: '受保护的报告（仅目录）', en: 'Protected reports (catalogue only)' },
    of.protected,
    pen,
  ),
  ...holesPart(of, pen),
  ...comingPart(of, pen),
  ...askPart(of, pen),
];

/** What is public of an area (钻前查询), as PDF to take along. */
export const areaPdf = (of: AreaReport, language: Language, fonts: Fonts): Promise<Uint8Array> =>
  reportPdf(of, { title, asOf: of.asOf, content: contentOf }, language, fonts);
