import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { factTable, heading, listTable, paragraph } from '../parts.ts';
import { about, fileSums } from './common.ts';

type Receipt = Extract<DocumentSays, { kind: 'receipt' }>;

/** 汇交回执: when what was handed in, with the fingerprint of the signed list of files. */
export const receipt = (says: Receipt, pen: Pen): Content[] => {
  const { say } = pen;
  const files = says.files ?? [];
  return [
    factTable(
      [
        ...about(says, pen),
        { label: say({ zh: '提交时间', en: 'Handed in' }), value: pen.time(says.handedInAt) },
        ...fileSums(says, pen),
        { label: say({ zh: '文件清单 SHA-256', en: 'SHA-256 of the list' }), value: says.manifestSha256 },
        { label: say({ zh: '系统签名', en: 'Signature' }), value: says.signature },
      ],
      pen,
    ),
    paragraph(
      say({
        zh: '兹收到上列单位汇交的地质资料。以“提交时间”判断是否按期汇交。本回执证明收到，不代表验收通过。',
        en: 'The data named above were received. The time of handing in decides whether it was in time. A receipt proves receiving, not acceptance.',
      }),
    ),
    ...(files.length === 0
      ? []
      : [
          heading(say({ zh: '文件清单', en: 'Files' })),
          listTable(
            {
              heads: [
                say({ zh: '序号', en: 'No.' }),
                say({ zh: '文件', en: 'File' }),
                say({ zh: '字节', en: 'Bytes' }),
                'SHA-256',
              ],
              widths: [28, '*', 64, 170],
              rows: files.map(({ path, size, sha256 }, at) => [
                String(at + 1),
                path,
                pen.count(size),
                sha256,
              ]),
            },
            pen,
          ),
        ]),
  ];
};
