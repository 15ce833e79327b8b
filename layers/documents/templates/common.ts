import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import type { Pen } from '../paper.ts';
import type { Fact } from '../parts.ts';
import { words } from '../words.ts';

type Addressed = Pick<DocumentSays, 'title' | 'submitter' | 'submitterName'>;

/** Whom a paper is for: name and code. */
export const party = ({ submitter, submitterName }: Addressed, { say }: Pen): string =>
  submitterName === undefined || submitterName === submitter
    ? submitter
    : `${submitterName}${say({ zh: `（${submitter}）`, en: ` (${submitter})` })}`;

/** Whom a paper is for, as a line of the form. */
export const addressee = (says: Addressed, pen: Pen): Fact => ({
  label: pen.say({ zh: '汇交人', en: 'Submitter' }),
  value: party(says, pen),
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
