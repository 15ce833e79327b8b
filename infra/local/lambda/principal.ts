import type { Statement } from '../iam/statement.ts';

/** Who a pair of access keys stands for, as the local AWS endpoint wants it. */
export type Principal = {
  accessKeyId: string;
  secretAccessKey: string;
  name: string;
  statements: Statement[] | 'everything';
};
