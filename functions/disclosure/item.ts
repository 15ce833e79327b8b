import type { NoticeBody } from '@geoarchive/contract/disclosure.ts';
import type { TaskItem } from '../supervision/chase-tasks.ts';

/** What everybody may know of a task that a notice names. */
export const itemOf = ({
  id,
  body: { number, name, licenceNumber, due },
}: TaskItem): NoticeBody['items'][number] => ({
  taskId: id,
  number,
  name,
  ...(licenceNumber === undefined ? {} : { licenceNumber }),
  due,
});
