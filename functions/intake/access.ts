import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { DepositItem } from './deposit-store.ts';
import type { IntakeDeps } from './deps.ts';

/** The caller's organisation; an account without one cannot submit. */
export const organisationOf = (caller: Caller): string => {
  // An attribute that was cleared comes as an empty text: those accounts have nothing in common.
  if (caller.organisation === undefined || caller.organisation === '')
    throw new Problem('forbidden', {
      zh: '该账号没有所属单位，请联系本单位管理员。',
      en: 'This account belongs to no organisation: ask your administrator.',
    });
  return caller.organisation;
};

/** Whether the caller's organisation is the submitter itself or acts for it by mandate. */
export const actsFor = async (
  deps: Pick<IntakeDeps, 'mandates'>,
  caller: Caller,
  organisation: string,
  taskId: string | undefined,
): Promise<boolean> => {
  const own = organisationOf(caller);
  return own === organisation || (await deps.mandates.allows(organisation, own, taskId));
};

/** A deposit that the caller may reach. One of others looks the same as one that does not exist. */
export const reachable = async (
  deps: Pick<IntakeDeps, 'deposits' | 'mandates'>,
  caller: Caller,
  id: string,
): Promise<DepositItem> => {
  const found = await deps.deposits.get(id);
  if (found === undefined || !(await actsFor(deps, caller, found.body.organisation, found.body.taskId)))
    throw new Problem('not-found', {
      zh: '没有这个汇交，或它不属于您的单位。',
      en: 'There is no such deposit, or it belongs to another organisation.',
    });
  return found;
};

/** A deposit whose content may be changed now. */
export const open = async (
  deps: Pick<IntakeDeps, 'deposits' | 'mandates'>,
  caller: Caller,
  id: string,
): Promise<DepositItem> => {
  const found = await reachable(deps, caller, id);
  if (found.state !== 'open')
    throw new Problem('wrong-state', {
      zh: '只有“填报中”的汇交可以修改；请先选择“继续修改”。',
      en: 'Only a deposit that is being prepared can be changed: choose "Edit again" first.',
    });
  return found;
};
