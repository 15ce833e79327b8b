import { lifecycle } from './lifecycle.ts';

/** What a checker looks through, part by part, and ticks as seen. */
export const reviewSections = ['description', 'duty', 'report', 'files'] as const;
export type ReviewSection = (typeof reviewSections)[number];

/**
 * A review (验收) of one round of a deposit, in the archive plane. Accepting is a saga: claim, copy, count down, number. One that does
 * not come to its end (a source object is gone, a copy stays different, nothing moves) is stalled: what can go on does, and a checker
 * tries again or gives up, which returns the deposit to its submitter.
 */
export const reviewLifecycle = lifecycle({
  name: 'review',
  initial: 'received',
  states: {
    received: { zh: '待验收', en: 'To be checked' },
    returned: { zh: '已退回', en: 'Returned' },
    accepting: { zh: '入馆中', en: 'Being taken in' },
    stalled: { zh: '入馆受阻', en: 'Stalled while taken in' },
    accepted: { zh: '已验收', en: 'Accepted' },
    certified: { zh: '已发证', en: 'Certified' },
  },
  moves: {
    return: {
      from: ['received'],
      to: 'returned',
      by: ['ARCHIVE_CHECKER'],
      event: 'DepositReturned',
      label: { zh: '退回补充', en: 'Return' },
    },
    accept: {
      from: ['received'],
      to: 'accepting',
      by: ['ARCHIVE_CHECKER'],
      event: 'AcceptanceStarted',
      label: { zh: '验收通过', en: 'Accept' },
    },
    stall: {
      from: ['accepting'],
      to: 'stalled',
      by: ['SYSTEM'],
      event: 'AcceptanceStalled',
      label: { zh: '标记受阻', en: 'Mark as stalled' },
    },
    retry: {
      from: ['stalled'],
      to: 'accepting',
      by: ['ARCHIVE_CHECKER'],
      event: 'AcceptanceStarted',
      label: { zh: '重试入馆', en: 'Try again' },
    },
    giveUp: {
      from: ['stalled'],
      to: 'returned',
      by: ['ARCHIVE_CHECKER'],
      event: 'DepositReturned',
      label: { zh: '放弃入馆并退回', en: 'Give up and return' },
    },
    finish: {
      from: ['accepting', 'stalled'],
      to: 'accepted',
      by: ['SYSTEM'],
      event: 'DepositAccepted',
      label: { zh: '入馆完成', en: 'Finish taking in' },
    },
    certify: {
      from: ['accepted'],
      to: 'certified',
      by: ['CERTIFICATE_OFFICER'],
      event: 'CertificateIssued',
      label: { zh: '签发汇交凭证', en: 'Issue the certificate' },
    },
  },
});

export type ReviewState = keyof typeof reviewLifecycle.states;
