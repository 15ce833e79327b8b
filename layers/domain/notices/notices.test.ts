import { describe, expect, test } from '@jest/globals';
import { roles } from '../roles.ts';
import { isFor, noticeKinds, noticeRule, noticeRules } from './rules.ts';
import { titleInNotice, writeNotice } from './write.ts';

const named = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe.each(noticeKinds)('%s', (kind) => {
  const rule = noticeRule(kind);
  test('says the same in both languages', () => {
    expect(named(rule.title.zh)).toEqual(named(rule.title.en));
    expect(named(rule.text.zh)).toEqual(named(rule.text.en));
  });
  test('is for people who sign in to the site it leads into', () => {
    const pool = rule.plane === 'intake' ? 'public' : 'staff';
    for (const role of rule.to) expect(roles.find(({ code }) => code === role)?.pool).toBe(pool);
  });
  test('leaves no gap when all facts are known, and is not written when one is missing', () => {
    const names = [...named(rule.title.zh + rule.text.zh + rule.link)];
    const facts = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const { title, text, link } = writeNotice(kind, facts);
    expect(JSON.stringify([title, text, link])).not.toMatch(/[{]\w+[}]/);
    expect(text.zh).toContain(facts[named(rule.text.zh)[0] ?? ''] ?? '');
    for (const name of names) {
      const { [name]: _, ...rest } = facts;
      expect(() => writeNotice(kind, rest)).toThrow(name);
    }
  });
});

test('what has legal effect goes out by e-mail', () => {
  const legal = noticeKinds.filter((kind) => noticeRule(kind).legal);
  expect(legal).toEqual([
    'deposit-returned',
    'certificate-issued',
    'document-voided',
    'legal-paper-issued',
    'legal-paper-voided',
    'public-notice-published',
    'bar-began',
    'bar-ended',
    'bar-lifted',
    'party-barred',
    'task-due-changed',
    'task-moved',
    'statement-decided',
    'use-decided',
    'use-inadmissible',
    'grant-expired',
    'grant-withdrawn',
    'mandate-ended',
  ]);
  for (const kind of legal) expect(noticeRule(kind).mail).toBe(true);
});

test('a notice is for its roles only', () => {
  expect(isFor('certificate-due', ['CERTIFICATE_OFFICER'])).toBe(true);
  expect(isFor('certificate-due', ['ARCHIVE_CLERK', 'AUDITOR'])).toBe(false);
  expect(isFor('mandate-given', ['SUBMITTER'])).toBe(false);
});

test('facts come as they are, in the language of the text; a text cannot bring in facts of its own', () => {
  const { title, text } = writeNotice('document-voided', {
    ...{ id: 'X', number: 'HJ-1', title: '{number}', kind: { zh: '凭证', en: 'certificate' } },
  });
  expect(title).toEqual({ zh: '凭证作废：HJ-1', en: 'Void: certificate HJ-1' });
  expect(text.zh).toContain('“{number}”的凭证');
});

test('the title of a state secret is in no notice', () => {
  expect(titleInNotice({ title: '某铀矿', secrecy: 'secret' })).toEqual({
    zh: '题名从略',
    en: 'title withheld',
  });
  expect(titleInNotice({ title: '某铜矿', secrecy: 'public' })).toBe('某铜矿');
  expect(Object.keys(noticeRules)).toHaveLength(noticeKinds.length);
});
