import type { Bilingual } from '../text.ts';
import { type NoticeKind, noticeRule } from './rules.ts';

/** How a person wants e-mail of what has no legal effect. */
export const mailChoices = {
  'at-once': { zh: '立即发送', en: 'At once' },
  daily: { zh: '每日汇总（早上 7:30）', en: 'Once a day, at 7:30 in the morning' },
  none: { zh: '不发邮件', en: 'No e-mail' },
} as const satisfies Record<string, Bilingual>;
export type MailChoice = keyof typeof mailChoices;
const isChoice = (name: string): name is MailChoice => Object.hasOwn(mailChoices, name);
export const mailChoiceCodes: readonly MailChoice[] = Object.keys(mailChoices).filter(isChoice);

/** How a kind is mailed to somebody who chose so: a term that begins does not wait for the morning. */
export const howMailed = (choice: MailChoice, kind: NoticeKind): MailChoice => {
  const { legal, mail } = noticeRule(kind);
  if (!mail) return 'none';
  return legal ? 'at-once' : choice;
};
