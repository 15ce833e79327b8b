import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import type { Pen } from '../paper.ts';
import type { Fact } from '../parts.ts';
import { words } from '../words.ts';

type Addressed = Pick<DocumentSays, 'title' | 'submitter' | 'submitterName'>;

/** Whom a paper is for. */
export const addressee = (says: Addressed, { say }: Pen): Fact => ({
  label: say({ zh: '汇交人', en: 'Submitter' }),
  value:
    says.submitterName === undefined || says.submitterName === says.submitter
      ? says.submitter
      : `${says.submitterName}${say({ zh: `（${says.submitter}）`, en: ` (${says.submitter})` })}`,
});

/** Who handed in what: the first lines of the papers of a deposit. */
export const about = (says: Addressed & { round: number }, pen: Pen): Fact[] => {
  const { say, count } = pen;
  return [
    addressee(says, pen),
    { label: say({ zh: '资料题名', en: 'Title' }), value: says.title ?? say(words.withheld) },
    ...(says.round === 1 ? [] : [{ label: say({ zh: '汇交轮次', en: 'Round' }), value: count(says.round) }]),
  ];
};

/** How many files, how much. */
export const fileSums = (says: { fileCount: number; bytes: number }, { say, count, bytes }: Pen): Fact[] => [
  { label: say({ zh: '文件数', en: 'Files' }), value: count(says.fileCount) },
  { label: say({ zh: '数据量', en: 'Size' }), value: bytes(says.bytes) },
];
