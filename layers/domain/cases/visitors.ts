import type { Bilingual } from '../text.ts';
import type { CaseKind } from './kinds.ts';

/** What of a published record (公开资料) a visitor can say is wrong. */
export const recordFields = {
  title: { zh: '题名', en: 'Title' },
  abstract: { zh: '摘要和关键词', en: 'Abstract and keywords' },
  people: { zh: '作者和单位', en: 'Authors and organisations' },
  dates: { zh: '日期', en: 'Dates' },
  classes: { zh: '类别、矿种、工作程度', en: 'Class, minerals, work degree' },
  place: { zh: '位置和图幅', en: 'Place and map sheets' },
  files: { zh: '文件', en: 'Files' },
  rights: { zh: '不应公开的内容', en: 'Something that should not be public' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Bilingual>;
export type RecordField = keyof typeof recordFields;
const isRecordField = (name: string): name is RecordField => Object.hasOwn(recordFields, name);
export const recordFieldCodes: readonly RecordField[] = Object.keys(recordFields).filter(isRecordField);

/**
 * What visitors of the portal open without an account, and whether the archive needs to know how to reach them. An error is mended
 * whoever saw it; a question may need asking back, which a lost code would leave without an answer.
 */
export const visitorKinds = {
  'error-report': { contact: 'optional' },
  question: { contact: 'required' },
} as const satisfies Partial<Record<CaseKind, { contact: 'optional' | 'required' }>>;
export type VisitorKind = keyof typeof visitorKinds;
export const visitorKindCodes = ['error-report', 'question'] as const satisfies readonly VisitorKind[];

/** Who wrote, where they gave no name. */
export const visitorName: Bilingual = { zh: '门户访客', en: 'Portal visitor' };

/**
 * Letters a day: from one address (of IPv6: one network of 64 bits), and through one machine that hands calls on. The second is for
 * whoever comes past the site and makes addresses up; behind the site many visitors share it.
 */
export const visitorLettersADay = { visitor: 10, peer: 500 } as const;
