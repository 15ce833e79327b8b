import { agreed } from '@geoarchive/domain/custody/agreement.ts';
import type { Bringer } from '@geoarchive/domain/custody/holding.ts';
import { type CustodySettings, defaultCustody } from '@geoarchive/domain/custody/settings.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nodeOf } from '../archive/access.ts';
import type { CustodyDeps } from './deps.ts';

/** What the deployment sets, the domain's where it sets nothing. */
export const custodyTerms = ({ settings }: { settings: FunctionSettings }): CustodySettings => {
  const { weights, ...set } = settings.custody ?? {};
  return {
    noticeDays: set.noticeDays ?? defaultCustody.noticeDays,
    listDue: set.listDue ?? defaultCustody.listDue,
    listNoticeDays: set.listNoticeDays ?? defaultCustody.listNoticeDays,
    rectificationDays: set.rectificationDays ?? defaultCustody.rectificationDays,
    rectificationNoticeDays: set.rectificationNoticeDays ?? defaultCustody.rectificationNoticeDays,
    weights: {
      storage: weights?.storage ?? defaultCustody.weights.storage,
      safety: weights?.safety ?? defaultCustody.weights.safety,
      catalogue: weights?.catalogue ?? defaultCustody.weights.catalogue,
      service: weights?.service ?? defaultCustody.weights.service,
    },
  };
};

/** For whom somebody entrusts: the ministry, or the province of their archive; nobody where that has none. */
export const authorityOf = ({ settings }: { settings: FunctionSettings }, caller: Caller): string => {
  if (caller.roles.includes('MINISTRY_ADMIN')) return 'ministry';
  const node = nodeOf(caller);
  return settings.nodes.find(({ code }) => code === node)?.province ?? `none of ${node}`;
};

/**
 * Whose custody somebody sees: all of it (ministry, inspectors), what their province entrusted, or what their own node keeps. A
 * province's reach follows from the agreements it signed, so it is read.
 */
export const reachOf = async (deps: CustodyDeps, caller: Caller): Promise<'all' | ReadonlySet<string>> => {
  if (caller.roles.includes('MINISTRY_ADMIN') || caller.roles.includes('INSPECTOR')) return 'all';
  if (caller.roles.includes('PROVINCE_ADMIN')) {
    // What was never agreed shows a province nothing.
    const entrusted = await deps.agreements.by(authorityOf(deps, caller));
    return new Set(entrusted.filter(({ state }) => agreed.includes(state)).map(({ body }) => body.custodian));
  }
  return new Set([nodeOf(caller)]);
};

/**
 * Whether somebody accepts the lists of a custodian or sends them back: the ministry; a province while every agreement with that
 * custodian that still binds is its own, since a list tells of all that the custodian keeps.
 */
export const decidesLists = async (
  deps: CustodyDeps,
  caller: Caller,
  custodian: string,
): Promise<boolean> => {
  if (caller.roles.includes('MINISTRY_ADMIN')) return true;
  if (!caller.roles.includes('PROVINCE_ADMIN')) return false;
  const own = authorityOf(deps, caller);
  const all = await deps.agreements.of(custodian);
  const binding = all.filter(({ state }) => state === 'in-force' || state === 'ending');
  return (
    binding.some(({ state }) => state === 'in-force') && binding.every(({ body }) => body.authority === own)
  );
};

/** As whom somebody brings the list of a custodian: it itself, an authority that decides on its lists, or not at all. */
export const bringerOf = async (
  deps: CustodyDeps,
  caller: Caller,
  custodian: string,
): Promise<Bringer | undefined> => {
  if (caller.roles.includes('CUSTODIAN_ADMIN') && caller.node === custodian) return 'custodian';
  return (await decidesLists(deps, caller, custodian)) ? 'authority' : undefined;
};

export const noSuchThing = (): Problem =>
  new Problem('not-found', {
    zh: '没有这条记录，或它不属于您的单位。',
    en: 'There is no such record, or it belongs to another unit.',
  });

/** Refuses what lies outside somebody's reach as if it did not exist. */
export const expectReach = async (deps: CustodyDeps, caller: Caller, custodian: string): Promise<void> => {
  const reach = await reachOf(deps, caller);
  if (reach !== 'all' && !reach.has(custodian)) throw noSuchThing();
};

/** Refuses a code that is no custodian of this deployment. */
export const expectCustodian = ({ settings }: { settings: FunctionSettings }, code: string): void => {
  if (!settings.custodians.some((one) => one.code === code))
    throw new Problem(
      'invalid-input',
      { zh: `没有委托保管单位“${code}”。`, en: `There is no custodian "${code}".` },
      [{ field: 'body.custodian', message: code }],
    );
};

/** A problem of one field, in words. */
export const wrongField = (field: string, zh: string, en: string): Problem =>
  new Problem('invalid-input', { zh, en }, [{ field: `body.${field}`, message: '' }]);
