import { isStateSecret, type Secrecy } from '../secrecy.ts';
import type { Bilingual } from '../text.ts';
import { type NoticeKind, noticeRule } from './rules.ts';

/** What the texts of a notice name: a field of the event, or of the thing it is about. */
export type Facts = Readonly<Record<string, string | number | Bilingual>>;

const fill = (template: string, facts: Facts, language: keyof Bilingual): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    // A notice with a gap in it would mislead; the message is put aside instead, and operators are told.
    if (fact === undefined) throw new Error(`A notice needs ${name}, which is not known`);
    return typeof fact === 'object' ? fact[language] : String(fact);
  });

/** The texts and the link of a notice. Throws when a fact is missing that they name. */
export const writeNotice = (
  kind: NoticeKind,
  facts: Facts,
): { title: Bilingual; text: Bilingual; link: string } => {
  const rule = noticeRule(kind);
  const both = ({ zh, en }: Bilingual) => ({ zh: fill(zh, facts, 'zh'), en: fill(en, facts, 'en') });
  return { title: both(rule.title), text: both(rule.text), link: fill(rule.link, facts, 'en') };
};

/**
 * The title of a thing as a notice may say it: e-mail leaves the system, and the title of a state secret can be secret itself, as
 * it is not on papers either.
 */
export const titleInNotice = (of: { title: string; secrecy: Secrecy }): string | Bilingual =>
  isStateSecret(of.secrecy) ? { zh: '题名从略', en: 'title withheld' } : of.title;
