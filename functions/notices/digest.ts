import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import { isFor } from '@geoarchive/domain/notices/rules.ts';
import { type DeliverDeps, refusalOf } from './deliver.ts';
import type { DigestStore, Waiting } from './digest-store.ts';
import { digestLetterOf } from './letter.ts';
import { partitionOf } from './notice-store.ts';
import type { Addressee, People } from './people.ts';

export type DigestDeps = Pick<DeliverDeps, 'notices' | 'readers' | 'people' | 'mail' | 'site' | 'still'> & {
  digests: DigestStore;
};
type Told = { of: Waiting; notice: StoredNotice; to: Addressee };

/** Who belongs to a mailbox is asked once a run: reading a pool is many calls. */
const asking = ({ people }: Pick<DigestDeps, 'people'>): People => {
  const known = new Map<string, Promise<Addressee[]>>();
  return {
    of(mailbox) {
      const key = partitionOf(mailbox);
      const found = known.get(key) ?? people.of(mailbox);
      known.set(key, found);
      return found;
    },
  };
};

/** What may be told of a waiting notice today: its reader may have left, changed roles, muted the kind or wish no mail any more. */
const tellable = async (deps: DigestDeps, username: string, of: Waiting): Promise<Told | undefined> => {
  const notice = await deps.notices.get(of.mailbox, of.id);
  const to = (await deps.people.of(of.mailbox)).find((one) => one.username === username);
  if (notice === undefined || to === undefined || !isFor(notice.kind, to.roles)) return undefined;
  const { muted, mail } = await deps.readers.choices(username);
  if (mail === 'none' || muted.has(notice.kind) || !(await deps.still(of.mailbox, notice))) return undefined;
  return { of, notice, to };
};

/** One mail to one person; says whether more may wait. */
const mailOf = async (deps: DigestDeps, username: string): Promise<boolean> => {
  const waiting = await deps.digests.waitingFor(username);
  if (waiting.length === 0) return false;
  const found = await Promise.all(waiting.map((of) => tellable(deps, username, of)));
  const told = found.filter((one) => one !== undefined);
  const parts = {
    told: told.map(({ of }) => of),
    dropped: waiting.filter((_, n) => found[n] === undefined),
  };
  const [first] = told;
  if (first === undefined) {
    await deps.digests.record(username, parts, undefined);
    return true;
  }
  const { language } = await deps.readers.choices(username);
  const letter = digestLetterOf(
    told.map(({ notice }) => notice),
    language,
    deps.site,
  );
  let messageId: string;
  try {
    messageId = await deps.mail({ to: first.to.email, ...letter });
  } catch (error) {
    const { reason, final } = refusalOf(error);
    if (!final) throw error;
    await deps.digests.record(username, parts, { state: 'failed', reason });
    return true;
  }
  await deps.digests.record(username, parts, { state: 'sent', messageId });
  return true;
};

/**
 * Sends everybody what was put aside for them, however many days it waited: one mail, unless it is more than fits into one. Run again, it
 * sends what is left. Should the execution end between SES taking a mail and its record, that mail is sent again with the next run.
 */
export const sendDigests = async (given: DigestDeps): Promise<{ people: number }> => {
  const deps = { ...given, people: asking(given) };
  const errors: unknown[] = [];
  let people = 0;
  for await (const username of deps.digests.people()) {
    if (!(await deps.digests.claim(username))) continue;
    try {
      let told = false;
      while (await mailOf(deps, username)) told = true;
      if (told) people += 1;
    } catch (error) {
      // One whose mail fails keeps nobody from theirs.
      errors.push(error);
    } finally {
      await deps.digests.release(username);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} digests were not sent`);
  return { people };
};
