import * as feeds from '@geoarchive/contract/feeds.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { writeCalendar } from '@geoarchive/domain/calendar/ical.ts';
import { inLanguage, taskEntries } from '@geoarchive/domain/calendar/task-entries.ts';
import { addDays, type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Directory } from '../identity/directory.ts';
import type { TaskView } from '../intake/task-view.ts';
import type { Subscription, SubscriptionStore } from './subscription-store.ts';

export type FeedDeps = {
  subscriptions: Pick<SubscriptionStore, 'byKey'>;
  tasks: Pick<TaskView, 'list'>;
  /** Undefined where the people are kept by an issuer of their own. */
  directory: Pick<Directory, 'find'> | undefined;
  settings: Pick<FunctionSettings, 'name'>;
  clock: Clock;
};

/** An issuer cannot be asked whether somebody still belongs to an organisation: then the last sign-in counts, this long. */
const unseenDays = 30;
/** Keeps a reply far below the 6 MB of a function: some 700 bytes an entry. */
const mostTasks = 2000;

/** Whether the person is, today, one of the organisation that the address was made for. */
const belongs = async ({ directory, clock }: FeedDeps, of: Subscription): Promise<boolean> => {
  if (directory === undefined) return dayOf(new Date(of.seen)) >= addDays(dayOf(clock()), -unseenDays);
  const member = await directory.find(of.username);
  return (
    member?.person.enabled === true &&
    member.organisation === of.organisation &&
    member.person.roles.length > 0
  );
};

const tasksOf = async ({ tasks }: FeedDeps, organisation: string): Promise<Task[]> => {
  const found: Task[] = [];
  let cursor: string | undefined;
  do {
    const page = await tasks.list(organisation, { cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const about = {
  name: { zh: '地质资料汇交任务', en: 'Geological data: hand-in dates' },
  more: {
    zh: '本单位汇交任务的到期日，每 6 小时更新。',
    en: 'Due dates of the tasks of your organisation, renewed every 6 hours.',
  },
};

const read = async (deps: FeedDeps, { query }: Call<typeof feeds.taskFeed>): Promise<string> => {
  const found = query.key === '' ? undefined : await deps.subscriptions.byKey(query.key);
  if (found === undefined || !(await belongs(deps, found)))
    throw new Problem('not-found', {
      zh: '没有这个订阅地址，或它已停用。请在汇交网站“汇交任务”页重新生成。',
      en: 'There is no such address, or it was stopped. Make a new one on the tasks page of the submission site.',
    });
  const today = dayOf(deps.clock());
  const { language, organisation } = found;
  const entries = taskEntries(await tasksOf(deps, organisation), {
    language,
    today,
    domain: deps.settings.name,
  });
  return writeCalendar({
    name: inLanguage(about.name, language),
    description: inLanguage(about.more, language),
    // The day, so that what did not change reads the same all day and is not sent twice.
    stamp: new Date(`${today}T00:00:00Z`),
    refreshHours: 6,
    // In the order of their days: the last ones are the ones ahead.
    entries: entries.slice(-mostTasks),
  });
};

export const feedRoutes = [implement(feeds.taskFeed, read)];
