import { addDays, type Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import type { ReminderPlan } from '../supervision/reminders.ts';
import type { Bilingual } from '../text.ts';

/** Who sends, and who takes over or refuses: the keepers of the two archives. */
export const transferKeepers = ['ARCHIVE_KEEPER'] as const satisfies readonly RoleCode[];
/** Who decides that something is not transferred, and takes that back. */
export const transferDeciders = ['ARCHIVE_KEEPER', 'PROVINCE_ADMIN'] as const satisfies readonly RoleCode[];

/**
 * The onward transfer (转送) of one dossier to one archive. It is owed from its acceptance on; what is refused is owed again. The day it
 * is due on does not move.
 */
export const transferLifecycle = lifecycle({
  name: 'transfer',
  initial: 'due',
  states: {
    due: { zh: '待转送', en: 'To be transferred' },
    exempt: { zh: '不转送', en: 'Exempt' },
    sent: { zh: '已移交，待接收', en: 'Sent, not yet received' },
    received: { zh: '已接收', en: 'Received' },
    refused: { zh: '已退回', en: 'Refused' },
  },
  moves: {
    exempt: {
      from: ['due', 'refused'],
      to: 'exempt',
      by: transferDeciders,
      event: 'TransferMoved',
      label: { zh: '决定不转送', en: 'Exempt from transfer' },
    },
    resume: {
      from: ['exempt'],
      to: 'due',
      by: transferDeciders,
      event: 'TransferMoved',
      label: { zh: '撤销不转送的决定', en: 'Take the exemption back' },
    },
    send: {
      from: ['due', 'refused'],
      to: 'sent',
      by: transferKeepers,
      event: 'TransferMoved',
      label: { zh: '移交', en: 'Send' },
    },
    receive: {
      from: ['sent'],
      to: 'received',
      by: transferKeepers,
      event: 'TransferMoved',
      label: { zh: '确认接收', en: 'Confirm receipt' },
    },
    refuse: {
      from: ['sent'],
      to: 'refused',
      by: transferKeepers,
      event: 'TransferMoved',
      label: { zh: '退回', en: 'Refuse' },
    },
  },
});
export type TransferState = keyof typeof transferLifecycle.states;
export type TransferMove = keyof typeof transferLifecycle.moves;

/** Moves of the archive that receives; all others are those of the archive that sends. */
export const receiverMoves: readonly TransferMove[] = ['receive', 'refuse'];

/** States in which the sender still owes it. */
export const owedStates: readonly TransferState[] = ['due', 'refused'];
export const isOwed = (state: TransferState): boolean => owedStates.includes(state);

/**
 * Why something is not transferred: to the national archive by the list of a provincial rule ([S28], domain.md §1.5) that mirrors the national
 * one; to another province only because its duty, as it was corrected, names that province no more.
 */
export const exemptionGrounds = {
  'building-material': {
    zh: '普通建筑用砂、石、砖瓦黏土矿产地质资料',
    en: 'Ordinary building sand, stone and brick clay deposits',
  },
  'small-deposit': {
    zh: '勘查区块登记办法附录以外矿种的小型矿床地质资料',
    en: 'Small deposits of minerals outside the appendix of the rules on exploration blocks',
  },
  'mine-development': {
    zh: '矿山开发勘探和关闭矿井地质资料',
    en: 'Mine development exploration and mine closure data',
  },
  'small-construction': {
    zh: '小型建设项目水文、工程、环境地质及小型灾害地质资料',
    en: 'Hydrogeology, engineering and environmental geology of small construction, and small hazards',
  },
  'provincial-research': {
    zh: '省级登记的地质科研成果资料',
    en: 'Research results registered at provincial level',
  },
  'not-named': {
    zh: '汇交义务更正后不再涉及该省',
    en: 'The duty as it was corrected does not name that province any more',
  },
} as const satisfies Record<string, Bilingual>;
export type ExemptionGround = keyof typeof exemptionGrounds;
const isGround = (name: string): name is ExemptionGround => Object.hasOwn(exemptionGrounds, name);
export const exemptionGroundCodes: readonly ExemptionGround[] =
  Object.keys(exemptionGrounds).filter(isGround);

/** The grounds on which a transfer by this route can be exempted. */
export const groundsFor = (route: TransferRoute): readonly ExemptionGround[] =>
  exemptionGroundCodes.filter((ground) => (ground === 'not-named') === (route === 'province'));

/** Dossiers on one transfer list (移交清单): it is closed in one transaction, which takes a hundred writes, three a dossier. */
export const mostOnList = 30;

/** What a deployment may set. */
export type TransferSettings = {
  /** Calendar days from acceptance to the transfer. A province's rule gives 90 (domain.md §1.5); the national one was not read. */
  days: number;
  /** Days before the due day on which the archive is reminded; 0 is the day itself. Ours. */
  noticeDays: readonly number[];
  /** Days after which it is reminded again of what is overdue. Ours. */
  repeatDays: number;
};
export const defaultTransfer: TransferSettings = { days: 90, noticeDays: [30, 7, 0], repeatDays: 30 };

/** The day a transfer is due on: acceptance and so many calendar days. */
export const transferDue = (accepted: Day, { days }: Pick<TransferSettings, 'days'>): Day =>
  addDays(accepted, days);

/** When an archive is reminded of what it still owes. */
export const transferReminders = ({ noticeDays, repeatDays }: TransferSettings): ReminderPlan => ({
  before: noticeDays,
  every: repeatDays,
});

/** The first day whose transfers need no look yet. */
export const transferHorizon = (today: Day, { noticeDays }: TransferSettings): Day =>
  addDays(today, Math.max(0, ...noticeDays) + 1);

/** To whom a transfer goes: the national archive, or another province in which the work lies, too. */
export const transferRoutes = ['national', 'province'] as const;
export type TransferRoute = (typeof transferRoutes)[number];

type Node = { code: string; province?: string | undefined };

/**
 * To whom a dossier is transferred: result data (domain.md §1.5) of a provincial archive to the national one, and of any to the archives of
 * the further provinces that its duty names (§1.3, two digits): the national one receives where the first of them has no archive. A receiver
 * that is not in this deployment is left out, and so is one's own province.
 */
export const transferReceivers = (
  of: { node: string; dataKind: string; forwardsTo: readonly string[] },
  nodes: readonly Node[],
): { to: string; route: TransferRoute }[] => {
  const own = nodes.find(({ code }) => code === of.node);
  if (own === undefined || of.dataKind !== 'result') return [];
  const national = own.province === undefined ? undefined : nodes.find((one) => one.province === undefined);
  const provinces = [...new Set(of.forwardsTo)].flatMap((wanted) =>
    nodes.filter(({ code, province }) => province?.slice(0, 2) === wanted && code !== of.node).slice(0, 1),
  );
  return [
    ...(national === undefined ? [] : [{ to: national.code, route: 'national' as const }]),
    ...provinces.map(({ code }) => ({ to: code, route: 'province' as const })),
  ];
};

/** Whether a transfer is past its day and still owed. */
export const isTransferLate = ({ state, due }: { state: TransferState; due: Day }, today: Day): boolean =>
  isOwed(state) && due < today;

/** Days ahead, from today on, in which the cockpit sees transfers falling due. */
export const transferSoonDays = 30;
