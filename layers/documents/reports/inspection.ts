import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import {
  groupNames,
  type RectificationState,
  rectificationLifecycle,
  resultNames,
} from '@geoarchive/domain/custody/inspection.ts';
import { inspectionGroups } from '@geoarchive/domain/custody/settings.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import type { Pen } from '../paper.ts';
import { factTable, listTable } from '../parts.ts';
import { asOf, heading, reportPdf } from './frame.ts';

export type InspectionReport = {
  custodian: Bilingual;
  inspection: Inspection;
  rectifications: { number: string; due: string; text: string; state: RectificationState }[];
  asOf: string;
};
export type Picture = { id: string; url: string };
const none = '—';

const facts = ({ inspection: of, custodian }: InspectionReport, pen: Pen): Content => {
  const { say, day, time } = pen;
  const total = of.score?.total;
  return factTable(
    [
      { label: say({ zh: '检查编号', en: 'Number' }), value: of.number },
      { label: say({ zh: '委托保管单位', en: 'Custodian' }), value: say(custodian) },
      { label: say({ zh: '检查事项', en: 'Subject' }), value: of.title },
      { label: say({ zh: '计划日期', en: 'Planned for' }), value: day(of.plannedOn) },
      { label: say({ zh: '地点', en: 'Place' }), value: of.place ?? none },
      { label: say({ zh: '检查人员', en: 'Inspectors' }), value: of.team ?? of.done?.by ?? none },
      {
        label: say({ zh: '完成', en: 'Completed' }),
        value: of.done === undefined ? none : `${of.done.by} ${time(of.done.at)}`,
      },
      {
        label: say({ zh: '得分（百分制）', en: 'Score (of 100)' }),
        value: total === undefined ? none : String(total),
      },
      { label: say({ zh: '结论', en: 'Conclusion' }), value: of.results.conclusion ?? none },
    ],
    pen,
  );
};

const scores = ({ inspection }: InspectionReport, pen: Pen): Content[] => {
  const { say } = pen;
  const groups = inspection.score?.groups ?? [];
  if (groups.length === 0) return [];
  return [
    heading(say({ zh: '各部分得分', en: 'Scores by part' })),
    listTable(
      {
        heads: [say({ zh: '部分', en: 'Part' }), say({ zh: '得分', en: 'Score' })],
        widths: ['*', 120],
        rows: groups.map(({ group, score }) => [say(groupNames[group]), String(score)]),
      },
      pen,
    ),
  ];
};

const answers = ({ inspection: of }: InspectionReport, pen: Pen): Content[] => {
  const { say } = pen;
  const rows = inspectionGroups.flatMap((group) =>
    of.items
      .filter((item) => item.group === group)
      .map(({ code, text }) => {
        const answer = of.results.answers[code];
        return [
          say(groupNames[group]),
          code,
          say(text),
          answer === undefined ? none : say(resultNames[answer.result]),
          answer?.note ?? '',
        ];
      }),
  );
  return [
    heading(say({ zh: '检查表', en: 'Checklist' })),
    listTable(
      {
        heads: [
          say({ zh: '部分', en: 'Part' }),
          say({ zh: '编号', en: 'Item' }),
          say({ zh: '要求', en: 'Requirement' }),
          say({ zh: '结果', en: 'Result' }),
          say({ zh: '说明', en: 'Note' }),
        ],
        widths: [90, 50, '*', 80, 190],
        rows,
      },
      pen,
    ),
  ];
};

const findings = (report: InspectionReport, pictures: readonly Picture[], pen: Pen): Content[] => {
  const { say, sized } = pen;
  const { findings: found } = report.inspection.results;
  if (found.length === 0)
    return [
      heading(say({ zh: '发现的问题', en: 'Findings' })),
      { text: say({ zh: '未发现问题。', en: 'Nothing was found.' }), style: 'body' },
    ];
  return [
    heading(say({ zh: '发现的问题', en: 'Findings' })),
    ...found.flatMap((one, at): Content[] => [
      {
        text: `${at + 1}. ${say(one.severity === 'major' ? { zh: '【严重】', en: '[major] ' } : { zh: '【一般】', en: '[minor] ' })}${one.text}`,
        style: 'body',
        margin: [0, sized(4), 0, sized(4)],
      },
      ...one.photos.flatMap((photo): Content[] => {
        const picture = pictures.find(({ id }) => id === photo);
        return picture === undefined
          ? []
          : [{ image: picture.url, fit: [sized(260), sized(190)], margin: [0, 0, 0, sized(8)] }];
      }),
    ]),
  ];
};

const rectifications = ({ rectifications: all }: InspectionReport, pen: Pen): Content[] => {
  const { say, day } = pen;
  if (all.length === 0) return [];
  return [
    heading(say({ zh: '整改', en: 'Rectifications' })),
    listTable(
      {
        heads: [
          say({ zh: '编号', en: 'Number' }),
          say({ zh: '问题', en: 'Finding' }),
          say({ zh: '期限', en: 'Due' }),
          say({ zh: '状态', en: 'State' }),
        ],
        widths: [150, '*', 110, 90],
        rows: all.map((one) => [
          one.number,
          one.text,
          day(one.due),
          say(rectificationLifecycle.states[one.state]),
        ]),
      },
      pen,
    ),
  ];
};

/** The report of an inspection (检查报告): facts, score, checklist, findings with their photos, rectifications. */
export const inspectionPdf = (
  of: InspectionReport,
  pictures: readonly Picture[],
  language: Language,
  fonts: Fonts,
): Promise<Uint8Array> => {
  const title = { zh: '委托保管检查报告', en: 'Report of an inspection of custody' };
  return reportPdf(
    of,
    {
      title: { zh: `${title.zh} ${of.inspection.number}`, en: `${title.en} ${of.inspection.number}` },
      asOf: of.asOf,
      content: (spelt, pen) => [
        { text: pen.say(title), style: 'title' },
        asOf({ zh: '', en: '' }, spelt.asOf, pen),
        facts(spelt, pen),
        ...scores(spelt, pen),
        ...answers(spelt, pen),
        ...findings(spelt, pictures, pen),
        ...rectifications(spelt, pen),
      ],
    },
    language,
    fonts,
  );
};
