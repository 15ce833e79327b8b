import * as preview from '@geoarchive/contract/preview.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ofNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

export type PreviewDeps = Pick<ArchiveDeps, 'reviews' | 'reviewFiles'> & { intake: Pick<Bucket, 'signGet'> };

/** A link to the very version of a file that was handed in, whatever was uploaded since; also after a return. */
const open = async (
  deps: PreviewDeps,
  { caller, params }: Call<typeof preview.openReviewFile>,
): Promise<{ url: string }> => {
  const { id, body } = ofNode(caller, await deps.reviews.get(params.id));
  const file = await deps.reviewFiles.find(id, params.no, body.fileCount);
  if (file === undefined)
    throw new Problem('not-found', {
      zh: '这份汇交没有这个文件。',
      en: 'There is no such file in this deposit.',
    });
  const name = file.path.split('/').at(-1) ?? file.path;
  return { url: await deps.intake.signGet(file.key, name, file.versionId) };
};

export const previewRoutes = [implement(preview.openReviewFile, open)];
