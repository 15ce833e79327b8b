import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { factTable, paragraph } from '../parts.ts';
import { about, fileSums } from './common.ts';

type Certificate = Extract<DocumentSays, { kind: 'certificate' }>;

const replacesText = (number: string, { say }: Pen): string =>
  say({
    zh: `本凭证代替 ${number}，原凭证作废。`,
    en: `In place of ${number}, which is void.`,
  });

/** A holder may submit in stages, one certificate for each; all must be complete by the day of the law (notice of 2025). */
const stageText = {
  zh: '根据《地质资料管理条例》，下列地质资料作为分阶段汇交已经验收合格，特发此证。其余资料仍须在法定期限内汇交完毕，汇交义务尚未全部履行。',
  en: 'Under the Regulations on the Administration of Geological Data, the data below were examined and accepted as a stage. The rest is still to be handed in by the day of the law: the duty is not met in full.',
};

/** 汇交凭证 (art. 13): the authority's proof that the duty to hand in is met. */
export const certificate = (says: Certificate, pen: Pen): Content[] => {
  const { say } = pen;
  return [
    paragraph(
      say(
        says.stage
          ? stageText
          : {
              zh: '根据《地质资料管理条例》，下列地质资料已经验收合格，汇交义务已履行，特发此证。',
              en: 'Under the Regulations on the Administration of Geological Data, the data below were examined and accepted; the duty to hand them in is met.',
            },
      ),
    ),
    factTable(
      [
        ...about(says, pen),
        ...(says.replaces === undefined
          ? []
          : [{ label: say({ zh: '换发说明', en: 'Replaces' }), value: replacesText(says.replaces, pen) }]),
        { label: say({ zh: '档号', en: 'Archive number' }), value: says.archiveNumber },
        { label: say({ zh: '案卷编码', en: 'Dossier code' }), value: says.dossier },
        ...(says.licenceNumber === undefined
          ? []
          : [{ label: say({ zh: '许可证号', en: 'Licence' }), value: says.licenceNumber }]),
        { label: say({ zh: '密级', en: 'Secrecy' }), value: say(secrecyNames[says.secrecy]) },
        ...fileSums(says, pen),
        { label: say({ zh: '汇交回执', en: 'Receipt' }), value: says.receipt },
        { label: say({ zh: '提交时间', en: 'Handed in' }), value: pen.time(says.handedInAt) },
        { label: say({ zh: '电子凭证 SHA-256', en: 'SHA-256 of the statement' }), value: says.statement },
        { label: say({ zh: '电子签名', en: 'Signature' }), value: says.signature },
      ],
      pen,
    ),
  ];
};
