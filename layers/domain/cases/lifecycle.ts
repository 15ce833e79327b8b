import { lifecycle } from '../lifecycle.ts';
import { caseWorkers } from './kinds.ts';

const asker = ['REGISTERED_USER', 'SUBMITTER', 'SUBMITTER_ADMIN'] as const;

/**
 * A case (案件): objection, appeal, error report or question. The clock runs while the archive has it and stands still while the
 * asker is to answer (`clock.ts`). What asker did outside comes in as letters through door 1.
 */
export const caseLifecycle = lifecycle({
  name: 'case',
  initial: 'opened',
  states: {
    opened: { zh: '待受理', en: 'Opened' },
    'in-hand': { zh: '办理中', en: 'In hand' },
    waiting: { zh: '待补充说明', en: 'Waiting for the asker' },
    decided: { zh: '已决定', en: 'Decided' },
    inadmissible: { zh: '不予受理', en: 'Inadmissible' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  moves: {
    take: {
      from: ['opened'],
      to: 'in-hand',
      by: caseWorkers,
      event: 'CaseMoved',
      label: { zh: '受理', en: 'Take in hand' },
    },
    ask: {
      from: ['in-hand'],
      to: 'waiting',
      by: caseWorkers,
      event: 'CaseMoved',
      label: { zh: '要求补充说明', en: 'Ask back' },
    },
    answer: {
      from: ['waiting'],
      to: 'in-hand',
      by: asker,
      event: 'CaseMoved',
      label: { zh: '补充说明', en: 'Answer' },
    },
    resume: {
      from: ['waiting'],
      to: 'in-hand',
      by: caseWorkers,
      event: 'CaseMoved',
      label: { zh: '恢复办理', en: 'Go on without an answer' },
    },
    decide: {
      from: ['in-hand'],
      to: 'decided',
      by: caseWorkers,
      event: 'CaseDecided',
      label: { zh: '作出决定', en: 'Decide' },
    },
    reject: {
      from: ['opened', 'in-hand'],
      to: 'inadmissible',
      by: caseWorkers,
      event: 'CaseMoved',
      label: { zh: '不予受理', en: 'Refuse to admit' },
    },
    withdraw: {
      from: ['opened', 'in-hand', 'waiting'],
      to: 'withdrawn',
      by: asker,
      event: 'CaseMoved',
      label: { zh: '撤回', en: 'Withdraw' },
    },
  },
});

export type CaseState = keyof typeof caseLifecycle.states;
export type CaseMove = keyof typeof caseLifecycle.moves;

const ended: readonly CaseState[] = ['decided', 'inadmissible', 'withdrawn'];
/** Whether nothing more is to be done. */
export const isEnded = (state: CaseState): boolean => ended.includes(state);

/**
 * A letter (来件): one act of the asker outside, from being written to being sealed for door 1. Letters of a case are numbered, so
 * the archive takes them in their order.
 */
export const letterLifecycle = lifecycle({
  name: 'case-letter',
  initial: 'written',
  states: {
    written: { zh: '已提交', en: 'Written' },
    sealed: { zh: '已送出', en: 'Sealed' },
  },
  moves: {
    seal: {
      from: ['written'],
      to: 'sealed',
      by: ['SYSTEM'],
      event: 'CaseLetterSealed',
      label: { zh: '封装送出', en: 'Seal' },
    },
  },
});

/** What a letter can be; with `quote` the asker answers what a request for use is to cost. A consent is no letter of the asker: the submitter answers what the archive asked about a request for use. */
export const letterKinds = ['open', 'message', 'withdraw', 'consent', 'quote'] as const;
export type LetterKind = (typeof letterKinds)[number];
