import { addDays, type Day } from '../dates.ts';
import { type TaskState, taskLifecycle } from '../task.ts';
import type { Bilingual } from '../text.ts';
import type { CalendarEntry } from './ical.ts';

export type FeedLanguage = 'zh' | 'en' | 'both';
type DueTask = { id: string; number: string; name: string; node: string; due: Day; state: TaskState };

/** In one language, or in both beside each other. */
export const inLanguage = ({ zh, en }: Bilingual, language: FeedLanguage): string =>
  language === 'both' ? `${zh} / ${en}` : { zh, en }[language];

/** Days before the last at which calendars remind. */
const remindDays = [30, 7, 1] as const;
/** For so long what is done stays in sight; what is open stays until it is done. */
const doneDays = 365;

/** The due dates of tasks as entries of a calendar: those that are open, with reminders, and those done within a year. */
export const taskEntries = (
  tasks: readonly DueTask[],
  { language, today, domain }: { language: FeedLanguage; today: Day; domain: string },
): CalendarEntry[] =>
  tasks
    .filter(
      ({ state, due }) => state === 'open' || (state !== 'withdrawn' && due >= addDays(today, -doneDays)),
    )
    .map(({ id, number, name, node, due, state }) => {
      const open = state === 'open';
      const word = open
        ? { zh: '汇交到期', en: 'Hand-in due' }
        : { zh: `✓ ${taskLifecycle.states[state].zh}`, en: `✓ ${taskLifecycle.states[state].en}` };
      const lines: Bilingual[] = [
        { zh: `任务编号：${number}`, en: `Task ${number}` },
        { zh: `馆藏机构：${node}`, en: `Archive: ${node}` },
      ];
      return {
        uid: `task-${id}@${domain}`,
        day: due,
        summary: `${inLanguage(word, language)}：${name}`,
        description: lines.map((line) => inLanguage(line, language)).join('\n'),
        remindDays: open ? remindDays : [],
      };
    });
