import { isStateSecret, type Secrecy, secrecyNames } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';

/** The node whose things the caller works on. */
export const nodeOf = (caller: Caller): string => {
  if (caller.node === undefined)
    throw new Problem('forbidden', {
      zh: '该账号没有所属馆藏机构，请联系管理员。',
      en: 'This account belongs to no archive: ask your administrator.',
    });
  return caller.node;
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

/** The title of a state secret can be secret too: whoever is not entitled sees that there is something, not what. */
export const masked = <
  T extends {
    secrecy: Secrecy;
    title: string;
    abstract?: string | undefined;
    keywords: string[];
    authors: string[];
  },
>(
  caller: Caller,
  of: T,
): T => {
  if (!isStateSecret(of.secrecy) || entitled.some((role) => caller.roles.includes(role))) return of;
  const { abstract: _, ...rest } = of;
  // Only fields that T has with these very types are replaced, one is left out.
  return { ...rest, title: `〔${secrecyNames[of.secrecy].zh}〕`, keywords: [], authors: [] } as unknown as T;
};
