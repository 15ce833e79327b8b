import * as z from 'zod';
import { route } from './route.ts';

/**
 * What a calendar program asks for by a secret address. The key stands in the query, which is not written to logs; a wrong one
 * looks like one that never was.
 */
export const taskFeed = route({
  api: 'public',
  module: 'feeds',
  allow: 'everyone',
  scope: 'all',
  method: 'GET',
  path: '/feeds/tasks.ics',
  audit: 'feed.read',
  summary: {
    zh: '汇交任务日历（iCalendar，凭专用地址）',
    en: 'Due dates of tasks as iCalendar, by a secret address',
  },
  query: z.object({ key: z.string().max(200).default('') }),
  media: 'text/calendar',
  keepSeconds: 900,
  reply: z.string(),
});
