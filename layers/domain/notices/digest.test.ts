import { expect, test } from '@jest/globals';
import { howMailed, mailChoiceCodes } from './digest.ts';
import { noticeKinds, noticeRule } from './rules.ts';

test('what has legal effect is mailed at once whatever was chosen; the rest as chosen; what stays in the inbox never', () => {
  for (const kind of noticeKinds)
    for (const choice of mailChoiceCodes) {
      const { legal, mail } = noticeRule(kind);
      expect(howMailed(choice, kind)).toBe(legal ? 'at-once' : mail ? choice : 'none');
    }
  expect(howMailed('none', 'deposit-returned')).toBe('at-once');
  expect(howMailed('at-once', 'task-recorded')).toBe('none');
});
