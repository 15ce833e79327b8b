// Numbers people quote: each series counts per node (and year) from 1; the counter lives in the table.
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** 档号: `d` and eight digits, as in the ids of the National archive (domain.md §2.1). Unique per node. */
export const archiveNumber = (sequence: number): string => `d${pad(sequence, 8)}`;

/** One code of a dossier over all nodes: `cgdoi.<node>/<archive number>`. */
export const dossierCode = (node: string, number: string): string => `cgdoi.${node}/${number}`;

/** 汇交凭证 number: node, year, running number. */
export const certificateNumber = (node: string, year: string, sequence: number): string =>
  `HJ-${node}-${year}-${pad(sequence, 5)}`;

/** Receipt number of a hand-in: node, year, running number. */
export const receiptNumber = (node: string, year: string, sequence: number): string =>
  `HZ-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a notice of correction (补充修改通知单): node, year, running number. */
export const correctionNumber = (node: string, year: string, sequence: number): string =>
  `BZ-${node}-${year}-${pad(sequence, 6)}`;

/** Number of the receipt of a pledge that no data were formed (未形成地质资料承诺回执单): node, year, running number. */
export const noDataReceiptNumber = (node: string, year: string, sequence: number): string =>
  `CN-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a case (案件): node, year, running number. */
export const caseNumber = (node: string, year: string, sequence: number): string =>
  `AJ-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a grant of use (利用许可): node, year, running number. */
export const grantNumber = (node: string, year: string, sequence: number): string =>
  `LY-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a receipt of payment (资料服务收据): node, year, running number. */
export const useReceiptNumber = (node: string, year: string, sequence: number): string =>
  `SJ-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a loan (借阅): node, year, running number. */
export const loanNumber = (node: string, year: string, sequence: number): string =>
  `JY-${node}-${year}-${pad(sequence, 6)}`;

/** Number of a request for copies (复制申请): node, year, running number. */
export const copyNumber = (node: string, year: string, sequence: number): string =>
  `FZ-${node}-${year}-${pad(sequence, 6)}`;

/** Letters of the papers of a chase: 催交, 责令, 告知, 处罚, 通报. */
const chaseLetters = { demand: 'CJ', order: 'ZL', propose: 'GZ', fine: 'CF', circulate: 'TB' } as const;

/** Number of a paper of a chase: each kind counts by itself per node and year. */
export const chaseNumber = (
  step: keyof typeof chaseLetters,
  node: string,
  year: string,
  sequence: number,
): string => `${chaseLetters[step]}-${node}-${year}-${pad(sequence, 6)}`;

/** Number of an agreement of custody (委托协议): custodian, year, running number. */
export const agreementNumber = (custodian: string, year: string, sequence: number): string =>
  `WT-${custodian}-${year}-${pad(sequence, 3)}`;

/** Number of an inspection (检查) of a custodian: custodian, year, running number. */
export const inspectionNumber = (custodian: string, year: string, sequence: number): string =>
  `JC-${custodian}-${year}-${pad(sequence, 3)}`;

/** Number of a rectification (整改): that of its inspection, and which of its findings. */
export const rectificationNumber = (inspection: string, sequence: number): string =>
  `${inspection}-ZG${pad(sequence, 2)}`;

/** Number of a public notice (公示): node, year, running number. */
export const publicNoticeNumber = (node: string, year: string, sequence: number): string =>
  `GS-${node}-${year}-${pad(sequence, 5)}`;

/** Number of a transfer list (移交清单号): node, year, running number. With a code of two letters it has the 16 of the warehouse list (domain.md §2.3). */
export const transferListNumber = (node: string, year: string, sequence: number): string =>
  `YJ-${node}-${year}-${pad(sequence, 5)}`;
