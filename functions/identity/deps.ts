import type { Clock } from '@geoarchive/domain/dates.ts';
import { cognitoClient, documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable, type Table } from '@geoarchive/platform/store/table.ts';
import { type TaskView, taskView } from '../intake/task-view.ts';
import { cognitoDirectory } from './cognito-directory.ts';
import type { Directory } from './directory.ts';
import { type MandateStore, mandateStore } from './mandate-store.ts';
import { type OrganisationStore, organisationStore } from './organisation-store.ts';

/** What the use cases of identity work with. Without a directory the people are kept by the issuer (OIDC). */
export type IdentityDeps = {
  clock: Clock;
  table: Table;
  organisations: OrganisationStore;
  mandates: MandateStore;
  tasks: TaskView;
  directory: Directory | undefined;
};

export const identityStores = (table: Table, clock: Clock) => ({
  table,
  clock,
  organisations: organisationStore(table, clock),
  mandates: mandateStore(table, clock),
  tasks: taskView(table, clock),
});

/** The stores as the functions in the cloud have them. */
export const identityStoresOf = (env = environment()) =>
  identityStores(
    openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    ),
    clockOf(env),
  );

/** The dependencies as the function in the cloud has them. */
export const identityDeps = (): IdentityDeps => {
  const env = environment();
  const pool = env.USER_POOL_ID;
  return {
    ...identityStoresOf(env),
    directory:
      pool === undefined
        ? undefined
        : cognitoDirectory(
            pool,
            lazy(() => cognitoClient(env)),
          ),
  };
};
