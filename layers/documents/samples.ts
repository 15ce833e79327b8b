import type { DocumentSays, IssuedDocument } from '@geoarchive/contract/documents.ts';
import { checkCode, type DocumentKind } from '@geoarchive/domain/documents.ts';

const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const signature =
  'MEUCIQDsampleK9r0yB6uYdZ1mVJ0sQ2y8n4pXo7C3tHhWlRk8wIgSampleq0Zr5dN3vT7uLx2PjEoFbYc6MgKw1a4s8Hd9f0Q=';
const common = {
  title: '湖北省大冶市某铜铁矿区补充勘探报告',
  submitter: 'DEMO-SURVEY',
  submitterName: '示例地质调查院',
  round: 1,
} as const;

/** Enough files to run over a page. */
const files = Array.from({ length: 60 }, (_, at) => ({
  path: `C/钻孔柱状图/ZK${String(100 + at)}柱状图及采样平面图.pdf`,
  size: 1_204_000 + at * 7_919,
  sha256: digest,
}));

const chased = {
  title: '湖北省大冶市某铜铁矿区勘探等2项',
  submitter: 'DEMO-SURVEY',
  submitterName: '示例地质调查院',
  tasks: [
    {
      number: 'T4200002010123210099999-t1',
      name: '湖北省大冶市某铜铁矿区勘探',
      licenceNumber: 'T4200002010123210099999',
      due: '2026-03-01',
      article: { zh: '《地质资料管理条例》第十条第一项', en: 'Regulations art. 10(1)' },
    },
    { number: 'XM-2024-017', name: '某区域矿产地质调查', due: '2026-06-29' },
  ],
  issuedBy: '赵某某',
};

const saying: Record<DocumentKind, DocumentSays> = {
  receipt: {
    ...common,
    kind: 'receipt',
    handedInAt: '2026-11-20T07:58:12.000Z',
    fileCount: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    files,
    manifestSha256: digest,
    signature,
  },
  certificate: {
    ...common,
    kind: 'certificate',
    dossier: 'cgdoi.NGA/d00012345',
    archiveNumber: 'd00012345',
    receipt: 'HZ-NGA-2026-000012',
    handedInAt: '2026-11-20T07:58:12.000Z',
    licenceNumber: 'C4200002010123210099999',
    secrecy: 'public',
    fileCount: files.length,
    bytes: 86_254_181,
    issuedBy: '王某某',
    statement: digest,
    signature,
  },
  'correction-notice': {
    ...common,
    round: 2,
    kind: 'correction-notice',
    receipt: 'HZ-NGA-2026-000012',
    reason: '报告正文与附图不一致，部分钻孔缺少测井数据；电子文件命名不符合要求。',
    items: [
      'C/ZK101 柱状图：终孔深度与正文附表 3 不一致，请核对。',
      'D/测井：缺 ZK105、ZK107 的 LAS 文件。',
      'B/审批文件：评审意见书缺签章页。',
    ],
    correctBy: '2026-12-24',
    issuedBy: '李某某',
  },
  'no-data-receipt': {
    kind: 'no-data-receipt',
    title: '湖北省大冶市某铜铁矿勘查',
    submitter: 'DEMO-SURVEY',
    submitterName: '示例地质调查院',
    task: 'T4200002021120000000001-t1',
    due: '2026-10-31',
    licenceNumber: 'T4200002021120000000001',
    pledge: 'AJ-NGA-2026-000007',
    pledgedOn: '2026-11-20',
    opinion: '经核查，该区因洪灾道路中断，勘查期内未开展野外工作，所附证明材料齐全，同意确认。',
    issuedBy: '李某某',
  },
  'use-receipt': {
    kind: 'use-receipt',
    title: '利用：湖北省大冶市某铜铁矿勘查报告',
    submitter: 'AJ-NGA-2026-000009',
    submitterName: '张某某',
    unit: '示例地质勘查院',
    prices: '2026-1',
    lines: [
      { charge: 'paper-copy', unit: 'page', fen: 35, quantity: 203, sum: 7105 },
      { charge: 'carrier', unit: 'piece', fen: 4990, quantity: 1, sum: 4990 },
    ],
    total: 12_095,
    paidOn: '2026-11-24',
    how: 'transfer',
    reference: '20261124-0007',
    issuedBy: '王某某',
  },
  'demand-notice': {
    ...chased,
    kind: 'demand-notice',
    until: '2026-12-24',
    text: '请在汇交网站提交，或与馆藏机构联系预约。',
  },
  'submission-order': {
    ...chased,
    kind: 'submission-order',
    until: '2027-02-23',
    text: '前次催交期满，仍未收到。',
    before: 'CJ-NGA-2026-000000',
  },
  'penalty-notice': {
    ...chased,
    kind: 'penalty-notice',
    until: '2027-03-05',
    amount: 20_000,
    text: '责令期限届满，经查系统记录，上列资料未提交，亦无不可抗力的书面说明。',
    before: 'ZL-NGA-2026-000000',
  },
  'penalty-decision': {
    ...chased,
    kind: 'penalty-decision',
    until: '2027-03-25',
    amount: 20_000,
    text: '上列资料经责令限期汇交仍未汇交，有送达回证和系统记录为证。',
    heard: '当事人未在期限内陈述、申辩。',
    before: 'GZ-NGA-2026-000000',
  },
  circular: {
    ...chased,
    kind: 'circular',
    amount: 20_000,
    text: '',
    before: 'CF-NGA-2026-000000',
  },
};
const numbers: Record<DocumentKind, string> = {
  receipt: 'HZ-NGA-2026-000000',
  certificate: 'HJ-NGA-2026-00000',
  'correction-notice': 'BZ-NGA-2026-000000',
  'no-data-receipt': 'CN-NGA-2026-000000',
  'use-receipt': 'SJ-NGA-2026-000000',
  'demand-notice': 'CJ-NGA-2026-000000',
  'submission-order': 'ZL-NGA-2026-000000',
  'penalty-notice': 'GZ-NGA-2026-000000',
  'penalty-decision': 'CF-NGA-2026-000000',
  circular: 'TB-NGA-2026-000000',
};

/** A paper of each kind that was never issued: for the page of samples and for tests. */
export const sampleOf = (kind: DocumentKind): IssuedDocument => ({
  number: numbers[kind],
  kind,
  node: 'NGA',
  depositId: '01JD0000000000000000000000',
  issuedAt: '2026-11-24T02:03:04.000Z',
  says: saying[kind],
  sha256: digest,
  code: checkCode(digest),
});
