import { describe, expect, test } from '@jest/globals';
import { isIdentityCard, partyInPublic, personalDataIn } from './personal-data.ts';

// Made up, with check digits reckoned for them; the one that ends in X is the example of GB 11643 itself.
const card = '110101194912310024';

describe('numbers of identity cards', () => {
  test.each([
    [card, true],
    ['11010519491231002x', true],
    ['110101194913310026', false],
    ['110101184912310025', false],
    ['91420000MA4KXXXX0X', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isIdentityCard(text)).toBe(is);
  });
  test('one wrong digit is no number', () => {
    for (let at = 0; at < 17; at += 1) {
      const digit = (Number(card[at]) + 1) % 10;
      expect(isIdentityCard(`${card.slice(0, at)}${digit}${card.slice(at + 1)}`)).toBe(false);
    }
  });
});

describe('what must not be published', () => {
  test('is found in its order', () => {
    const text = `联系人 13800138000，身份证${card}，邮箱 a.b@example.org，卡号 4111111111111111。`;
    expect(personalDataIn(text)).toEqual([
      { kind: 'telephone', text: '13800138000' },
      { kind: 'identity-card', text: card },
      { kind: 'e-mail', text: 'a.b@example.org' },
      { kind: 'bank-card', text: '4111111111111111' },
    ]);
  });
  test.each([
    '许可证号 T4200002026013010000001，应于 2026-03-31 前汇交，罚款 10000 元',
    '统一社会信用代码 91420000123456789K',
    '文书 CF-HB-2026-000001，电话 027-12345678',
    '编号 4111111111111112',
  ])('licences, credit codes, numbers of papers are none: %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });
});

test('an organisation is named in full, a person by the family name and without the number', () => {
  expect(partyInPublic({ code: 'HB-1', name: '某矿业公司' })).toEqual({ name: '某矿业公司', code: 'HB-1' });
  expect(partyInPublic({ code: 'HB-1' })).toEqual({ name: 'HB-1' });
  expect(partyInPublic({ code: card, name: '欧阳某' })).toEqual({ name: '欧**' });
  expect(partyInPublic({ code: card, name: '李' })).toEqual({ name: '李*' });
  expect(partyInPublic({ code: card })).toEqual({ name: '某*' });
});
