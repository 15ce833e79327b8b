import { statesOf } from '../lifecycle.ts';
import { declareSheet } from '../sheets/sheet.ts';
import { exemptionGroundCodes, exemptionGrounds, transferLifecycle } from './transfer.ts';

const text = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'text' as const });
const key = (name: string, zh: string, en: string) => ({ ...text(name, zh, en), required: true });
const day = (name: string, zh: string, en: string) => ({
  ...{ key: name, label: { zh, en }, type: 'date' as const },
});
const count = (name: string, zh: string, en: string) => ({
  ...{ key: name, label: { zh, en }, type: 'integer' as const },
});
const state = {
  key: 'state',
  label: { zh: '状态', en: 'State' },
  type: 'code' as const,
  codes: statesOf(transferLifecycle).map((code) => ({ code, label: transferLifecycle.states[code] })),
};
const contents = [
  text('title', '案卷名称', 'Title'),
  text('certificateNumber', '汇交凭证', 'Certificate'),
  count('files', '文件数', 'Files'),
  count('bytes', '字节数', 'Bytes'),
];

/** The sheet of transfers (转送): a line for each dossier and receiver. It is taken along, never imported. */
export const transferSheet = declareSheet({
  id: 'transfers',
  version: 1,
  title: { zh: '转送', en: 'Transfers' },
  key: ['node', 'archiveNumber', 'to'],
  columns: [
    key('node', '移交馆代码', 'Sending archive'),
    key('archiveNumber', '档号', 'Archive number'),
    key('to', '接收馆代码', 'Receiving archive'),
    state,
    day('accepted', '验收日期', 'Accepted on'),
    day('due', '转送期限', 'Due'),
    day('sent', '移交日期', 'Sent on'),
    text('list', '移交清单号', 'Transfer list'),
    day('received', '接收日期', 'Received on'),
    ...contents,
    {
      key: 'ground',
      label: { zh: '不转送的依据', en: 'Ground of exemption' },
      type: 'code',
      codes: exemptionGroundCodes.map((code) => ({ code, label: exemptionGrounds[code] })),
    },
    text('reason', '不转送或退回的理由', 'Why exempted or refused'),
  ],
  examples: [],
});

/** The sheet of one transfer list (移交清单) as it was closed, with how each dossier on it stands. It is taken along, never imported. */
export const transferListSheet = declareSheet({
  id: 'transfer-list',
  version: 1,
  title: { zh: '移交清单', en: 'Transfer list' },
  key: ['list', 'archiveNumber'],
  columns: [
    key('list', '移交清单号', 'Transfer list'),
    key('archiveNumber', '档号', 'Archive number'),
    ...contents,
    text('sha256', '摘要（SHA-256）', 'Digest (SHA-256)'),
    day('sent', '移交日期', 'Sent on'),
    state,
    day('received', '接收日期', 'Received on'),
    text('reason', '退回的理由', 'Why refused'),
  ],
  examples: [],
});
