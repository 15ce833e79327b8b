import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { factTable, heading, listTable, paragraph } from '../parts.ts';
import { about } from './common.ts';

type Notice = Extract<DocumentSays, { kind: 'correction-notice' }>;

/** 补充修改通知单: what is to be corrected and until when. */
export const correctionNotice = (says: Notice, pen: Pen): Content[] => {
  const { say } = pen;
  const day = pen.day(says.correctBy);
  return [
    factTable(
      [
        ...about(says, pen),
        { label: say({ zh: '汇交回执', en: 'Receipt' }), value: says.receipt },
        { label: say({ zh: '补充修改期限', en: 'To be corrected by' }), value: day },
      ],
      pen,
    ),
    paragraph(
      say({
        zh: `你单位汇交的上列地质资料经验收不符合要求，请于 ${day} 前补充、修改后重新提交。`,
        en: `The data named above were examined and do not meet the requirements. Please correct them and hand them in again by ${day}.`,
      }),
    ),
    heading(say({ zh: '退回原因', en: 'Reason' })),
    paragraph(says.reason),
    ...(says.items.length === 0
      ? []
      : [
          heading(say({ zh: '需补充修改的内容', en: 'To be corrected' })),
          listTable(
            {
              heads: [say({ zh: '序号', en: 'No.' }), say({ zh: '内容', en: 'What' })],
              widths: [32, '*'],
              rows: says.items.map((item, at) => [String(at + 1), item]),
            },
            pen,
          ),
        ]),
  ];
};
