import type { Clock } from '@geoarchive/domain/dates.ts';
import { cognitoClient, sqsClient } from '@geoarchive/platform/clients.ts';
import { type Environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { mailClient, openMailer } from '@geoarchive/platform/mail.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { DeliverDeps } from './deliver.ts';
import { deliveryStore } from './delivery-store.ts';
import type { DigestDeps } from './digest.ts';
import { digestStore } from './digest-store.ts';
import { type Mailbox, noticeStore, partitionOf } from './notice-store.ts';
import { cognitoPeople } from './people.ts';
import { readerStore } from './reader-store.ts';

/** What the workers that mail have in common, of both planes. */
export const deliverDeps = (
  env: Environment,
  table: Table,
  clock: Clock,
): Omit<DeliverDeps & DigestDeps, 'still'> => ({
  notices: noticeStore(table, clock),
  readers: readerStore(table, clock),
  deliveries: deliveryStore(table, clock),
  digests: digestStore(table, clock),
  people: cognitoPeople(
    needed(env, 'USER_POOL_ID'),
    lazy(() => cognitoClient(env)),
  ),
  mail: openMailer(
    needed(env, 'MAIL_SENDER'),
    lazy(() => mailClient(env)),
  ),
  site: env.SITE_URL,
});

/** The way to the deliver worker; a deployment without mail has none. */
export const sender = (env: Environment) => {
  const url = env.DELIVER_QUEUE_URL;
  if (url === undefined) return undefined;
  const queue = openQueue(
    url,
    lazy(() => sqsClient(env)),
  );
  // One mailbox's crowd does not starve the others.
  return (mailbox: Mailbox, id: string) =>
    queue.send([
      {
        body: { mailbox, id },
        group: partitionOf(mailbox)
          .replaceAll(/[^\w-]/g, '-')
          .slice(0, 128),
      },
    ]);
};
