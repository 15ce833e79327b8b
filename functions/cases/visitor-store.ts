import { createHash, randomBytes } from 'node:crypto';
import { codeDigits, tidyCode } from '@geoarchive/domain/documents.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const codeLength = 24;
const stored = z.object({ caseId: z.string() });

const keyOf = (code: string) => ({
  pk: `report-code#${createHash('sha256').update(tidyCode(code)).digest('hex')}`,
  sk: 'item',
});

/** The codes by which visitors find their cases again, kept by their SHA-256: the table does not tell them. */
export const visitorCodes = (table: Table) => ({
  /** A new code of 120 random bits, and the write that ties it to a case. */
  make(caseId: string): { code: string; write: Write } {
    // 256 is a multiple of 32: each digit is as likely as any other.
    const digits = [...randomBytes(codeLength)].map((byte) => codeDigits[byte % codeDigits.length] ?? '');
    const code = tidyCode(digits.join(''));
    return {
      code,
      write: {
        Put: {
          TableName: table.name,
          Item: { ...keyOf(code), caseId },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    };
  },
  async caseOf(code: string): Promise<string | undefined> {
    const row = await table.get(keyOf(code));
    return row === undefined ? undefined : stored.parse(row).caseId;
  },
});
export type VisitorCodes = ReturnType<typeof visitorCodes>;
