import type { RowRemark } from '@geoarchive/domain/supervision/register-row.ts';

/**
 * A task's number that another task has at that archive: imported with its due date, or made from an entry of the same number. Only people
 * can tell which of the two is meant, so that task waits for them, and the rest of its entry and all others go on.
 */
export class NumberTaken extends Error {
  readonly remark: RowRemark;
  constructor(node: string, number: string) {
    const message = {
      zh: `${node} 的任务编号 ${number} 已被另一项任务使用。请先撤销那项任务的导入，或改正登记编号。`,
      en: `Another task has the number ${number} at ${node}: take back its import first, or correct the number in the register.`,
    };
    super(message.en);
    this.name = 'NumberTaken';
    this.remark = { code: 'number-taken', field: 'number', message };
  }
}

/** The remark, where that is what hinders a task; throws what is not. */
export const hindrance = (error: unknown): RowRemark => {
  if (error instanceof NumberTaken) return error.remark;
  throw error;
};
