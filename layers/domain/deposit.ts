import { lifecycle } from './lifecycle.ts';

const submitters = ['SUBMITTER', 'SUBMITTER_ADMIN'] as const;
const system = ['SYSTEM'] as const;

/** A deposit (汇交) as its submitter sees it, in the intake plane. `returned` to `certified` are projected from the archive. */
export const depositLifecycle = lifecycle({
  name: 'deposit',
  initial: 'open',
  states: {
    open: { zh: '填报中', en: 'Being prepared' },
    checking: { zh: '检查中', en: 'Being checked' },
    checked: { zh: '检查完毕', en: 'Checked' },
    submitted: { zh: '提交中', en: 'Being handed in' },
    sealed: { zh: '已汇交', en: 'Handed in' },
    returned: { zh: '退回补充', en: 'Returned' },
    accepted: { zh: '已验收', en: 'Accepted' },
    certified: { zh: '已发证', en: 'Certified' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  moves: {
    complete: {
      from: ['open'],
      to: 'checking',
      by: submitters,
      event: 'DepositCompleted',
      label: { zh: '文件齐全，开始检查', en: 'Files complete, check them' },
    },
    check: {
      from: ['checking'],
      to: 'checked',
      by: system,
      event: 'DepositChecked',
      label: { zh: '完成检查', en: 'Finish the check' },
    },
    reopen: {
      from: ['checking', 'checked', 'returned'],
      to: 'open',
      by: submitters,
      event: 'DepositReopened',
      label: { zh: '继续修改', en: 'Edit again' },
    },
    submit: {
      from: ['checked'],
      to: 'submitted',
      by: submitters,
      event: 'DepositSubmitted',
      label: { zh: '提交汇交', en: 'Hand in' },
    },
    seal: {
      from: ['submitted'],
      to: 'sealed',
      by: system,
      event: 'DepositSealed',
      label: { zh: '出具回执', en: 'Issue the receipt' },
    },
    return: {
      from: ['sealed'],
      to: 'returned',
      by: system,
      event: 'DepositReturnSeen',
      label: { zh: '退回', en: 'Return' },
    },
    accept: {
      from: ['sealed'],
      to: 'accepted',
      by: system,
      event: 'DepositAcceptanceSeen',
      label: { zh: '验收', en: 'Accept' },
    },
    certify: {
      from: ['accepted'],
      to: 'certified',
      by: system,
      event: 'DepositCertificateSeen',
      label: { zh: '发证', en: 'Certify' },
    },
    cancel: {
      from: ['open', 'checking', 'checked', 'returned'],
      to: 'cancelled',
      by: submitters,
      event: 'DepositCancelled',
      label: { zh: '取消汇交', en: 'Cancel' },
    },
  },
});

export type DepositState = keyof typeof depositLifecycle.states;
export type DepositMove = keyof typeof depositLifecycle.moves;
