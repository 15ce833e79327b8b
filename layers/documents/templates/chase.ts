import type { ChaseSays } from '@geoarchive/contract/documents.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Pen } from '../paper.ts';
import { type Fact, factTable, heading, listTable, paragraph } from '../parts.ts';
import { party } from './common.ts';

/** Amounts of money in CNY. */
const yuan = (amount: number, { say, count }: Pen): string =>
  say({ zh: `人民币 ${count(amount)} 元`, en: `CNY ${count(amount)}` });

/** What the papers of art. 21 tell; the others of a chase rest on art. 20. */
const ofFraud = (says: ChaseSays, pen: Pen): Bilingual[] | undefined => {
  const until = 'until' in says ? pen.day(says.until) : '';
  const sum = 'amount' in says ? yuan(says.amount, pen) : '';
  switch (says.kind) {
    case 'penalty-notice':
      return [
        {
          zh: `你单位在下列地质资料的汇交中涉嫌伪造资料、弄虚作假。依照《地质资料管理条例》第二十一条，拟没收、销毁有关资料，责令限期改正，并处以罚款${sum}。`,
          en: `It is found that the data below were forged, or that there was fraud in submitting them. Under art. 21 of the Regulations it is intended to confiscate and destroy them, to order you to correct, and to fine you ${sum}.`,
        },
        {
          zh: `依照《中华人民共和国行政处罚法》第四十四条、第四十五条，你单位有权在 ${until} 前陈述和申辩；逾期未提出的，视为放弃。符合该法第六十三条规定的，可以自告知之日起五个工作日内要求听证（第六十四条、第八十五条）。`,
          en: `Under arts. 44 and 45 of the Administrative Penalty Law you may state your case by ${until}; not doing so counts as a waiver. Where art. 63 of that law applies you may ask for a hearing within five working days (arts. 64, 85).`,
        },
        served,
      ];
    case 'penalty-decision':
      return [
        {
          zh: `依照《地质资料管理条例》第二十一条，决定没收、销毁有关资料，责令你单位于 ${until} 前改正，并处以罚款${sum}。罚款请自收到本决定之日起十五日内缴纳（《行政处罚法》第六十七条）。`,
          en: `Under art. 21 of the Regulations the data are confiscated and destroyed, you are ordered to correct by ${until}, and fined ${sum}. Pay within fifteen days of receiving this (Administrative Penalty Law art. 67).`,
        },
        {
          zh: '逾期不改正的，通知原发证机关吊销勘查许可证、采矿许可证或者取消承担该项目的资格；自本决定生效之日起 2 年内，不得申请新的探矿权、采矿权，不得承担国家出资的地质工作项目。',
          en: 'If you do not correct in time, the body that issued the licence or assigned the project is told to revoke it; for two years from the effect of this decision no new exploration or mining right is granted and no State-funded project may be taken on.',
        },
        served,
        remedies,
      ];
    case 'circular':
      return [
        {
          zh: `该单位在下列地质资料的汇交中弄虚作假，经处罚（${says.before ?? ''}）并责令限期改正，逾期仍未改正。依照《地质资料管理条例》第二十一条，自处罚决定生效之日起 2 年内，不得申请新的探矿权、采矿权，不得承担国家出资的地质工作项目；请原发证机关依法处理有关许可证或者项目资格。`,
          en: `There was fraud in submitting the data below; punished (${says.before ?? ''}) and ordered to correct, the party did not in time. Under art. 21 of the Regulations it is granted no new exploration or mining right and may take on no State-funded project for two years from the effect of the decision; the issuing body is asked to deal with the licence or project.`,
        },
      ];
    default:
      return undefined;
  }
};

/** What the papers order or tell, kind by kind; the articles are those of 地质资料管理条例 unless another law is named. */
const operative = (says: ChaseSays, pen: Pen): Bilingual[] => {
  const until = 'until' in says ? pen.day(says.until) : '';
  const sum = 'amount' in says ? yuan(says.amount, pen) : '';
  switch (says.kind) {
    case 'demand-notice':
      return [
        {
          zh: `你单位下列地质资料已逾期未汇交。请于 ${until} 前汇交。逾期仍不汇交的，将依照《地质资料管理条例》第二十条责令限期汇交并处理。`,
          en: `The data below are overdue. Please submit them by ${until}. Otherwise the authority will order it under art. 20 of the Regulations on the Administration of Geological Data.`,
        },
      ];
    case 'submission-order':
      return [
        {
          zh: `你单位未依照《地质资料管理条例》规定的期限汇交下列地质资料。依照该条例第二十条，责令你单位于 ${until} 前汇交。逾期不汇交的，处 1 万元以上 5 万元以下罚款，并予通报；自通报之日起至全部汇交之日止，不得申请新的探矿权、采矿权，不得承担国家出资的地质工作项目。`,
          en: `The data below were not submitted in time. Under art. 20 of the Regulations you are ordered to submit them by ${until}. Otherwise a fine of CNY 10,000 to 50,000 and a circular follow; from the circular until all is submitted no new exploration or mining right is granted and no State-funded project may be taken on.`,
        },
        served,
      ];
    case 'penalty-notice':
      return [
        {
          zh: `依照《地质资料管理条例》第二十条，拟对你单位处以罚款${sum}，并予通报。`,
          en: `Under art. 20 of the Regulations it is intended to fine you ${sum} and to circulate the matter.`,
        },
        {
          zh: `依照《中华人民共和国行政处罚法》第四十四条、第四十五条，你单位有权在 ${until} 前陈述和申辩；逾期未提出的，视为放弃。`,
          en: `Under arts. 44 and 45 of the Administrative Penalty Law you may state your case by ${until}; not doing so counts as a waiver.`,
        },
        served,
      ];
    case 'penalty-decision':
      return [
        {
          zh: `依照《地质资料管理条例》第二十条，决定对你单位处以罚款${sum}，并予通报。请于 ${until} 前缴纳（《行政处罚法》第六十七条）。罚款不免除汇交义务。`,
          en: `Under art. 20 of the Regulations you are fined ${sum}, and the matter is circulated. Pay by ${until} (Administrative Penalty Law art. 67). The fine does not release you from submitting.`,
        },
        served,
        remedies,
      ];
    case 'circular':
      return [
        {
          zh: `该单位经责令限期汇交仍未汇交下列地质资料，已处以罚款${sum}。依照《地质资料管理条例》第二十条予以通报：自通报之日起至全部汇交之日止，不得申请新的探矿权、采矿权，不得承担国家出资的地质工作项目。`,
          en: `Ordered to submit the data below, the party did not, and was fined ${sum}. Under art. 20 of the Regulations this is circulated: from today until all is submitted it is granted no new exploration or mining right and may take on no State-funded project.`,
        },
      ];
  }
};
const remedies: Bilingual = {
  zh: '不服本决定的，可以自收到之日起六十日内申请行政复议，或者自收到之日起六个月内向人民法院提起行政诉讼。复议、诉讼期间不停止执行，法律另有规定的除外。',
  en: 'Against this decision you may apply for administrative reconsideration within sixty days of receiving it, or bring an action before the people’s court within six months. Neither suspends it unless the law says so.',
};
/** The same as `termEnd` reckons. */
const served: Bilingual = {
  zh: '本文书送达晚于落款日期的，期限自送达之日起按同样天数顺延。',
  en: 'If this is served after its date, the term runs as many days from service.',
};

const textHeads: Record<ChaseSays['kind'], Bilingual> = {
  'demand-notice': { zh: '说明', en: 'Remarks' },
  'submission-order': { zh: '说明', en: 'Remarks' },
  'penalty-notice': { zh: '违法事实和依据', en: 'Facts and grounds' },
  'penalty-decision': { zh: '违法事实和证据', en: 'Facts and evidence' },
  circular: { zh: '说明', en: 'Remarks' },
};

const written = (title: string, text: string): Content[] =>
  text === '' ? [] : [heading(title), paragraph(text)];

const taskTable = ({ tasks }: ChaseSays, pen: Pen): Content => {
  const { say } = pen;
  return listTable(
    {
      heads: [
        say({ zh: '序号', en: 'No.' }),
        say({ zh: '任务编号', en: 'Task' }),
        say({ zh: '名称', en: 'Name' }),
        say({ zh: '应汇交日期', en: 'Due on' }),
        say({ zh: '依据', en: 'By' }),
      ],
      widths: [28, 110, '*', 80, 110],
      rows: tasks.map(({ number, name, licenceNumber, due, article }, at) => [
        String(at + 1),
        number,
        licenceNumber === undefined ? name : `${name} ${licenceNumber}`,
        pen.day(due),
        article === undefined ? '—' : say(article),
      ]),
    },
    pen,
  );
};

/** The papers of a chase: whom they are for, what is ordered or told, the facts, the tasks. */
export const chasePaper = (says: ChaseSays, pen: Pen): Content[] => {
  const { say } = pen;
  const facts: Fact[] = [
    { label: say({ zh: '当事人', en: 'Party' }), value: party(says, pen) },
    { label: say({ zh: '涉及任务', en: 'About' }), value: says.title ?? '' },
    ...(says.before === undefined
      ? []
      : [{ label: say({ zh: '前一文书', en: 'Paper before' }), value: says.before }]),
  ];
  return [
    factTable(facts, pen),
    ...((says.ground === 'fraud' ? ofFraud(says, pen) : undefined) ?? operative(says, pen)).map((text) =>
      paragraph(say(text)),
    ),
    ...written(say(textHeads[says.kind]), says.text),
    ...('heard' in says
      ? written(say({ zh: '陈述、申辩及采纳情况', en: 'What was heard' }), says.heard)
      : []),
    heading(
      say(
        says.ground === 'fraud'
          ? { zh: '所涉地质资料', en: 'Data concerned' }
          : { zh: '逾期未汇交的地质资料', en: 'Data not submitted' },
      ),
    ),
    taskTable(says, pen),
  ];
};
