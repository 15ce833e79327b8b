import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import { noticeRule } from '@geoarchive/domain/notices/rules.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

const signIn: Bilingual = { zh: '请登录系统查看。', en: 'Sign in to see it.' };
const muted: Bilingual = {
  zh: '不想再收到此类邮件，可在系统的“通知”页关闭。',
  en: 'To get no more mail of this kind, switch it off on the page "Notices".',
};
const legal: Bilingual = { zh: '本通知具有法律效力。', en: 'This notice has legal effect.' };
const automatic: Bilingual = {
  zh: '本邮件由地质资料信息管理服务系统自动发送，请勿回复。',
  en: 'Sent by the geological data system; please do not reply.',
};

const chosen: Bilingual = {
  zh: '不想每日收到汇总，可在系统的“通知”页更改。',
  en: 'To get no daily mail, change it on the page "Notices".',
};

/** The mail of a morning: what the inbox says of each notice, oldest first, in the reader's language. */
export const digestLetterOf = (
  notices: readonly StoredNotice[],
  language: keyof Bilingual,
  site: string | undefined,
): { subject: string; text: string } => {
  const count = notices.length;
  const subject: Bilingual = {
    zh: `通知汇总：${count} 条`,
    en: count === 1 ? 'Notices: 1' : `Notices: ${count}`,
  };
  const one = ({ title, text, link }: StoredNotice) =>
    [title[language], text[language], ...(site === undefined ? [] : [`${site}${link}`])].join('\n');
  const end = [...(site === undefined ? [signIn[language]] : []), chosen[language], automatic[language]];
  return {
    subject: subject[language],
    text: `${[...notices.map(one), end.join('\n')].join('\n\n')}\n`,
  };
};

/** The mail of a notice: what the inbox says, in both languages, and the way into the site. Nothing else leaves the system. */
export const letterOf = (
  notice: StoredNotice,
  site: string | undefined,
): { subject: string; text: string } => {
  const rule = noticeRule(notice.kind);
  const one = (language: keyof Bilingual): string =>
    [
      notice.text[language],
      site === undefined ? signIn[language] : `${site}${notice.link}`,
      ...(rule.legal ? [legal[language]] : [muted[language]]),
      automatic[language],
    ].join('\n');
  return {
    // A subject is one line, whatever a title holds.
    subject: `${notice.title.zh} / ${notice.title.en}`.replaceAll(/\s+/g, ' '),
    text: `${one('zh')}\n\n----------\n\n${one('en')}\n`,
  };
};
