import type { Fonts } from '@geoarchive/documents/fonts.ts';
import type { SinglePages } from '@geoarchive/documents/single-pages.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { stampedBytes, watermarkOf } from '@geoarchive/domain/service/grant.ts';
import { readByPage } from '@geoarchive/domain/service/reading.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { StoredFile } from '../archive/dossier-store.ts';

/** Bytes of an answer at most: base64 makes 6 MB of them, and a function gives no more (`bytes` of the contract). */
const answerBytes = 4.4 * 1024 ** 2;

const cannot = (why: string, zh: string, en: string): Problem =>
  new Problem('rule-broken', { zh, en }, [{ field: 'path.no', message: why }]);

const opened = async (bucket: Pick<Bucket, 'read'>, file: StoredFile): Promise<SinglePages> => {
  const bytes = await bucket.read(file.key, 0, file.size, file.versionId);
  const { singlePages } = await import('@geoarchive/documents/single-pages.ts');
  return singlePages(bytes);
};

/** What an answer can carry; a page of a great scan cannot be shown, nor many of lesser ones together, and it is said so. */
const fitting = (bytes: Uint8Array, count: number): Uint8Array => {
  if (bytes.length <= answerBytes) return bytes;
  if (count > 1)
    throw cannot(
      'pages-too-large',
      '所选页合计过大，请减少页数，分几次申请。',
      'These pages are too large together: ask for fewer of them, several times.',
    );
  throw cannot(
    'page-too-large',
    '所选页面过大，不能在终端显示或生成；请向工作人员借阅原件或申请制作复制件。',
    'The page is too large for the terminal: ask staff for the original.',
  );
};

/**
 * Pages of files of the archive, one by one. The file that was opened last stays open: whoever turns pages asks for the same again.
 * The whole file stays inside the function.
 */
export const pageSource = (bucket: Pick<Bucket, 'read'>, fonts: () => Promise<Fonts>) => {
  let last: { of: string; pages: Promise<SinglePages> } | undefined;

  /** Problems: a kind of file without pages, one too large, one that is locked or broken. */
  const open = async (file: StoredFile): Promise<SinglePages> => {
    if (isStateSecret(file.secrecy)) throw new Error(`File ${file.key} is a state secret`);
    if (!readByPage.has(file.format?.id ?? 'unknown'))
      throw cannot(
        'not-by-page',
        '只有 PDF 文件可以逐页阅览；这种文件不能，请工作人员在馆内用相应软件提供查阅。',
        'Only PDF files are read page by page. This kind of file is not: ask staff to show it with its own program.',
      );
    if (file.size > stampedBytes)
      throw cannot(
        'too-large',
        '文件超过 64 MB，不能加水印逐页阅览，请向工作人员借阅。',
        'Larger than 64 MB, so it cannot be read page by page with a watermark: ask staff.',
      );
    const of = `${file.key}@${file.versionId ?? ''}`;
    if (last?.of !== of) last = { of, pages: opened(bucket, file) };
    try {
      return await last.pages;
    } catch (error) {
      last = undefined;
      throw asProblem(error);
    }
  };

  return {
    open,
    /** Pages of a file with the watermark, as one PDF. */
    async pick(
      file: StoredFile,
      numbers: readonly number[],
      mark: Parameters<typeof watermarkOf>[0],
    ): Promise<Uint8Array> {
      const pages = await open(file);
      if (numbers.some((no) => no > pages.count))
        throw new Problem('not-found', {
          zh: `这个文件共 ${pages.count} 页，没有所要的页。`,
          en: `The file has ${pages.count} pages: there is no such page.`,
        });
      try {
        return fitting(await pages.pick(numbers, watermarkOf(mark), await fonts()), numbers.length);
      } catch (error) {
        throw asProblem(error);
      }
    },
  };
};
export type PageSource = ReturnType<typeof pageSource>;

const asProblem = (error: unknown): unknown =>
  error instanceof Error && error.name === 'NotStampable'
    ? cannot(
        'not-stampable',
        '文件已加密或损坏，不能加水印逐页阅览，请向工作人员借阅。',
        'The file is locked or broken, so it cannot be read page by page with a watermark: ask staff.',
      )
    : error;
