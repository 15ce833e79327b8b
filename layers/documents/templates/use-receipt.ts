import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import { charges, chargeUnits, payments, yuanOf } from '@geoarchive/domain/service/prices.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { factTable, listTable, paragraph } from '../parts.ts';

type Receipt = Extract<DocumentSays, { kind: 'use-receipt' }>;

/** 地质资料服务收费收据: what was paid for, line by line, in yuan. */
export const useReceipt = (says: Receipt, pen: Pen): Content[] => {
  const { say, count } = pen;
  const { unit, reference } = says;
  return [
    factTable(
      [
        { label: say({ zh: '付款人', en: 'Paid by' }), value: says.submitterName ?? says.submitter },
        ...(unit === undefined ? [] : [{ label: say({ zh: '单位', en: 'Unit' }), value: unit }]),
        {
          label: say({ zh: '利用申请', en: 'Request for use' }),
          value: says.title === undefined ? says.submitter : `${says.submitter}　${says.title}`,
        },
        { label: say({ zh: '缴费日期', en: 'Paid on' }), value: pen.day(says.paidOn) },
        { label: say({ zh: '缴费方式', en: 'Paid by way of' }), value: say(payments[says.how]) },
        ...(reference === undefined
          ? []
          : [{ label: say({ zh: '凭证号', en: 'Reference' }), value: reference }]),
        { label: say({ zh: '收费标准', en: 'Price list' }), value: says.prices },
      ],
      pen,
    ),
    listTable(
      {
        heads: [
          say({ zh: '项目', en: 'For' }),
          say({ zh: '单位', en: 'Unit' }),
          say({ zh: '单价（元）', en: 'Price (CNY)' }),
          say({ zh: '数量', en: 'Quantity' }),
          say({ zh: '金额（元）', en: 'Sum (CNY)' }),
        ],
        widths: ['*', 60, 80, 60, 90],
        rows: [
          ...says.lines.map(({ charge, unit: per, fen, quantity, sum }) => [
            say(charges[charge]),
            say(chargeUnits[per]),
            yuanOf(fen),
            count(quantity),
            yuanOf(sum),
          ]),
          [say({ zh: '合计', en: 'Total' }), '', '', '', yuanOf(says.total)],
        ],
      },
      pen,
    ),
    paragraph(
      say({
        zh: '兹收到上列款项。资料本身无偿提供，所收为复制、介质等服务的费用。',
        en: 'The sum above was received. The data themselves are free: what is charged is copying, carriers and the like.',
      }),
    ),
  ];
};
