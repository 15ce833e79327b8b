import { canonicalJson, type Json } from './canonical.ts';
import { lifecycle } from './lifecycle.ts';
import type { RoleCode } from './roles.ts';
import type { Bilingual } from './text.ts';

/** The papers that the system issues (domain.md §4.1 "联单"): what each is called and who may declare one void. */
export const documentKinds = {
  receipt: { name: { zh: '地质资料汇交回执', en: 'Receipt of submission' }, voidBy: [] },
  certificate: {
    name: { zh: '地质资料汇交凭证', en: 'Certificate of submission' },
    voidBy: ['CERTIFICATE_OFFICER'],
  },
  'correction-notice': {
    name: { zh: '地质资料补充修改通知单', en: 'Notice of correction' },
    voidBy: ['ARCHIVE_CHECKER'],
  },
  /** Proves that a pledge was confirmed; a task that is owed after all gets data, not a void receipt. */
  'no-data-receipt': {
    name: { zh: '未形成地质资料承诺回执单', en: 'Receipt of a pledge that no data were formed' },
    voidBy: [],
  },
  /** Proves a payment for services of use, as it was noted. */
  'use-receipt': {
    name: { zh: '地质资料服务收费收据', en: 'Receipt for services' },
    voidBy: [],
  },
  // The papers of a chase (催交), step by step.
  'demand-notice': {
    name: { zh: '地质资料催交通知书', en: 'Demand to submit geological data' },
    voidBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  },
  'submission-order': {
    name: { zh: '责令限期汇交通知书', en: 'Order to submit within a set time' },
    voidBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  },
  'penalty-notice': {
    name: { zh: '行政处罚事先告知书', en: 'Prior notice of a penalty' },
    voidBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  },
  'penalty-decision': {
    name: { zh: '行政处罚决定书', en: 'Decision on a penalty' },
    voidBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  },
  circular: {
    name: { zh: '地质资料汇交违规通报', en: 'Circular on failure to submit' },
    voidBy: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  },
} as const satisfies Record<string, { name: Bilingual; voidBy: readonly RoleCode[] }>;

export type DocumentKind = keyof typeof documentKinds;

const isDocumentKind = (name: string): name is DocumentKind => Object.hasOwn(documentKinds, name);
export const documentKindCodes: readonly DocumentKind[] = Object.keys(documentKinds).filter(isDocumentKind);

/** Whether one of these roles may declare a paper of this kind void. A receipt proves a moment that was: nobody may. */
export const mayVoid = (kind: DocumentKind, roles: readonly RoleCode[]): boolean => {
  const by: readonly RoleCode[] = documentKinds[kind].voidBy;
  return roles.some((role) => by.includes(role));
};

/** A paper is issued once with its number and never changes; what was wrong becomes void, with the reason, and keeps its number. */
export const documentLifecycle = lifecycle({
  name: 'document',
  initial: 'issued',
  states: {
    issued: { zh: '有效', en: 'Valid' },
    void: { zh: '作废', en: 'Void' },
  },
  moves: {
    void: {
      from: ['issued'],
      to: 'void',
      by: ['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
      event: 'DocumentVoided',
      label: { zh: '声明作废', en: 'Declare void' },
    },
  },
});

/** Paper sizes a document can be printed on. */
export const paperSizes = ['A4', 'A3'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** What makes a paper this paper: its SHA-256 is kept with it, and its check code comes from that. */
export const documentText = (of: {
  kind: DocumentKind;
  number: string;
  node: string;
  issuedAt: string;
  says: Json;
}): string => canonicalJson({ format: 'geoarchive-document/1', ...of });

/** Crockford's digits: none that people take for another. */
export const codeDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/**
 * The check code of a paper: 60 bits of its SHA-256 (hex) in three groups, to be typed from the paper. Whoever has it has seen the
 * paper: the portal then shows what the paper says.
 */
export const checkCode = (sha256: string): string => {
  let rest = BigInt(`0x${sha256.slice(0, (codeLength * 5) / 4)}`);
  let code = '';
  for (let at = 0; at < codeLength; at += 1) {
    code = (codeDigits[Number(rest % 32n)] ?? '') + code;
    rest /= 32n;
  }
  return grouped(code);
};

const grouped = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** A check code as people type it (small letters, spaces, O for 0, I or L for 1) in its one form. */
export const tidyCode = (typed: string): string =>
  grouped(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1'),
  );

/** A number of a paper as people type it, in its one form: `hj－nga－2026－00001` is `HJ-NGA-2026-00001`. */
export const tidyNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s/g, '');
