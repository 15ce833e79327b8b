import type { Description } from '@geoarchive/contract/shared.ts';
import { isStateSecret, type Secrecy, secrecyNames } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';

/** The node whose things the caller works on. */
export const nodeOf = (caller: Caller): string => {
  // An attribute that was cleared comes as an empty text: those accounts have nothing in common.
  if (caller.node === undefined || caller.node === '')
    throw new Problem('forbidden', {
      zh: '该账号没有所属馆藏机构，请联系管理员。',
      en: 'This account belongs to no archive: ask your administrator.',
    });
  return caller.node;
};

/** The archives whose figures somebody sees: one's own; all of them, or the one that is asked for, for the ministry. */
export const nodesFor = <N extends { code: string }>(
  nodes: readonly N[],
  caller: Caller,
  asked: string | undefined,
): readonly N[] => {
  const only = caller.roles.includes('MINISTRY_ADMIN') ? asked : nodeOf(caller);
  return only === undefined ? nodes : nodes.filter(({ code }) => code === only);
};

/** The archive that is asked about: one's own, or for the ministry any. */
export const askedNode = (caller: Caller, asked: string | undefined): string =>
  caller.roles.includes('MINISTRY_ADMIN') && asked !== undefined ? asked : nodeOf(caller);

/** Tasks of another archive are the ministry's to record and to take back. */
export const expectOwnNode = (caller: Caller, tasks: readonly { number: string; node: string }[]): void => {
  const wrong = caller.roles.includes('MINISTRY_ADMIN')
    ? []
    : tasks.filter(({ node }) => node !== nodeOf(caller));
  if (wrong.length > 0)
    throw new Problem(
      'forbidden',
      {
        zh: '只能导入、撤销本馆藏机构的任务。',
        en: 'Only tasks of your own node can be imported or taken back.',
      },
      wrong.slice(0, 50).map(({ number, node }) => ({ field: `tasks.${number}.node`, message: node })),
    );
};

/** The ministry reaches every node; everyone else their own. Things of others look as if they did not exist. */
export const ofNode = <T extends { body: { node: string } }>(caller: Caller, found: T | undefined): T => {
  if (found === undefined || (!caller.roles.includes('MINISTRY_ADMIN') && nodeOf(caller) !== found.body.node))
    throw new Problem('not-found', {
      zh: '没有这条记录，或它不属于您的馆藏机构。',
      en: 'There is no such record, or it belongs to another archive.',
    });
  return found;
};

const entitled = ['SECRECY_OFFICER', 'ARCHIVE_CHECKER', 'ARCHIVE_KEEPER'] as const;

/** What says what a dossier is about, where it is and who made it. */
type Telling = Partial<Description> & {
  licenceNumber?: string | undefined;
  stub?: unknown;
  returned?: unknown;
  before?: unknown;
  licenceEndRecorded?: unknown;
};

/**
 * The title of a state secret can be secret too, and so can its place, its mineral and its people: whoever is not entitled sees
 * that there is something, not what.
 */
export const masked = <T extends Telling & { secrecy: Secrecy }>(caller: Caller, of: T): T => {
  if (!isStateSecret(of.secrecy) || entitled.some((role) => caller.roles.includes(role))) return of;
  const { abstract: _, producer: _p, formedOn: _f, workDegree: _w, bbox: _b, ...open } = of;
  const { licenceNumber: _l, licenceEndRecorded: _n, stub: _s, returned: _r, before: _e, ...rest } = open;
  const title = `〔${secrecyNames[of.secrecy].zh}〕`;
  const none = { keywords: [], authors: [], minerals: [], regions: [], sheets: [] };
  // Only fields that T has with these very types are replaced; those left out are optional.
  return { ...rest, title, ...none } as unknown as T;
};
