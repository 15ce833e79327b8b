import { identify } from '@geoarchive/formats/core/identify.ts';
import { Problem } from '@geoarchive/platform/problem.ts';

/** Where a piece of evidence lies in the archive bucket; names that people gave are never part of a key. */
export const evidenceKey = (caseId: string, evidenceId: string): string => `evidence/${caseId}/${evidenceId}`;

/** Where what staff sent with an answer lies in the intake bucket, for the asker to fetch. */
export const answerKey = (caseId: string, evidenceId: string): string => `answers/${caseId}/${evidenceId}`;

/** What evidence can be, by content and not by name: what shows what it is and hides nothing else, so no archives and macros. */
const allowed: ReadonlySet<string> = new Set(['pdf', 'jpeg', 'png', 'tiff', 'text', 'csv']);

/** Refuses a piece of evidence by its name. */
export const refuse = (name: string, zh: string, en: string): never => {
  throw new Problem('invalid-input', { zh: `“${name}”${zh}`, en: `"${name}" ${en}` }, [
    { field: 'body.evidence', message: name },
  ]);
};

/** The format of a piece of evidence. @throws Problem `invalid-input` where it is of a type that is not taken. */
export const formatOf = async (source: Parameters<typeof identify>[0]): Promise<string> => {
  const format = await identify(source);
  if (allowed.has(format)) return format;
  return refuse(
    source.name,
    '不是可接受的类型（PDF、JPEG、PNG、TIFF、文本）。',
    'is of a type that is not taken (PDF, JPEG, PNG, TIFF and text are).',
  );
};

export const noSuchEvidence = (): Problem =>
  new Problem('not-found', {
    zh: '这个案件没有这份材料。',
    en: 'There is no such evidence in this case.',
  });
