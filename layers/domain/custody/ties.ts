import { archiveNumber } from '../numbers.ts';
import { narrow } from '../sheets/fold.ts';
import { comparedNumber, exactNumber } from '../subsurface/same-hole.ts';
import type { TieFinding } from './holding.ts';

/** What a set is tied to and found by. */
export const tieKinds = ['task', 'dossier', 'well'] as const;
export type TieKind = (typeof tieKinds)[number];

/** Which cell of a row a finding is about. */
export const tieOfFinding: Readonly<Record<TieFinding, TieKind>> = {
  'unknown-task': 'task',
  'unknown-dossier': 'dossier',
  'unknown-well': 'well',
};

/** What was found of one cell of a row; nothing where its number is known. */
export const findingOf = (tie: TieKind, findings: readonly TieFinding[]): TieFinding | undefined =>
  findings.find((one) => tieOfFinding[one] === tie);

/** The running number of an archive number (档号), also in the long form `cgdoi.<node>/d00000012`; with the node where that is named. */
export const dossierTie = (text: string): { node?: string; sequence: number } | undefined => {
  const [, node, digits] = /^(?:cgdoi\.)?(?:([a-z0-9-]{2,20})\/)?d(\d{8})$/i.exec(narrow(text)) ?? [];
  if (digits === undefined) return undefined;
  return { ...(node === undefined ? {} : { node: node.toUpperCase() }), sequence: Number(digits) };
};

const plain = (text: string): string => narrow(text).toUpperCase();

/**
 * Under what rows tied to one thing stand together: width, case and blanks around a number do not matter, nor whether an archive number
 * names its archive, nor the dashes of a hole's number. Whether two of them are one tells `isSameTie`.
 */
export const tieKey = (tie: TieKind, text: string): string => {
  if (tie === 'well') return comparedNumber(text);
  const dossier = tie === 'dossier' ? dossierTie(text) : undefined;
  return dossier === undefined ? plain(text) : archiveNumber(dossier.sequence);
};

/** How a tie is written where it is compared with that of another year. */
export const tieText = (tie: TieKind, text: string): string => {
  if (tie === 'well') return exactNumber(text);
  const node = tie === 'dossier' ? dossierTie(text)?.node : undefined;
  return node === undefined ? tieKey(tie, text) : `${node}/${tieKey(tie, text)}`;
};

/** Whether two numbers are of one thing. An archive number that names no archive can be that of any. */
export const isSameTie = (tie: TieKind, a: string, b: string): boolean => {
  if (tieKey(tie, a) !== tieKey(tie, b)) return false;
  if (tie !== 'dossier') return tieText(tie, a) === tieText(tie, b);
  const [one, other] = [dossierTie(a)?.node, dossierTie(b)?.node];
  return one === undefined || other === undefined || one === other;
};

/** The forms in which a task's number may have been registered: as it is written, in half width, in capitals. */
export const taskForms = (text: string): string[] => [...new Set([text, narrow(text), plain(text)])];
