import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { factTable, heading, paragraph } from '../parts.ts';
import { addressee } from './common.ts';

type Receipt = Extract<DocumentSays, { kind: 'no-data-receipt' }>;

/** 未形成地质资料承诺回执单: a pledge was received and confirmed, nothing is to be handed in for the task. */
export const noDataReceipt = (says: Receipt, pen: Pen): Content[] => {
  const { say } = pen;
  const { licenceNumber, title = says.task } = says;
  return [
    factTable(
      [
        addressee(says, pen),
        { label: say({ zh: '汇交任务', en: 'Task' }), value: title },
        { label: say({ zh: '任务编号', en: 'Number of the task' }), value: says.task },
        ...(licenceNumber === undefined
          ? []
          : [{ label: say({ zh: '许可证号', en: 'Licence' }), value: licenceNumber }]),
        { label: say({ zh: '原汇交期限', en: 'Was due' }), value: pen.day(says.due) },
        { label: say({ zh: '承诺书编号', en: 'Pledge' }), value: says.pledge },
        { label: say({ zh: '承诺日期', en: 'Pledged on' }), value: pen.day(says.pledgedOn) },
      ],
      pen,
    ),
    paragraph(
      say({
        zh: '兹收到上列单位提交的《未形成地质资料承诺书》，经审核予以确认，上列汇交任务无需汇交地质资料。承诺不实的，依法追究责任。',
        en: 'The pledge of the party named above that no geological data were formed was received and, after examination, confirmed. Nothing is to be handed in for this task. A false statement is answered for by law.',
      }),
    ),
    heading(say({ zh: '审核意见', en: 'Opinion' })),
    paragraph(says.opinion),
  ];
};
