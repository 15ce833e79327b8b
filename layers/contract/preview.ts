import * as z from 'zod';
import { route } from './route.ts';
import { gid } from './shared.ts';

/** Content of deposits that are still being checked: through a door of its own, for those who check (design §1). */
export const openReviewFile = route({
  api: 'internal',
  module: 'preview',
  allow: ['ARCHIVE_CHECKER', 'ARCHIVE_CLERK', 'ARCHIVE_KEEPER'],
  scope: 'node',
  method: 'GET',
  path: '/preview/reviews/{id}/files/{no}/content',
  audit: 'review.open-file',
  summary: { zh: '打开待验收文件（临时链接）', en: 'Link to a file under review, valid for minutes' },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1) }),
  reply: z.object({ url: z.string() }),
});
