import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { addDays } from '@geoarchive/domain/dates.ts';
import type { DossierBody } from '@geoarchive/functions/archive/dossier-store.ts';
import { openTable, type Row, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** An answer of DynamoDB ends at a megabyte. */
const mostBytes = 1_000_000;

export const provinces = Array.from({ length: 31 }, (_, n) => `P${String(n).padStart(2, '0')}`);
const days = Array.from({ length: 1096 }, (_, n) => addDays('2024-01-01', n));
const dayOf = (n: number): string => days[(n * 7919) % days.length] ?? '2025-01-01';
const dayOfYear = (n: number): string => days[366 + ((n * 7919) % 365)] ?? '2025-01-01';

/** An id as things have it, of a number. */
const idOf = (n: number): string => `01J${String(n).padStart(23, '0')}`;

const dossier = (unit: string, n: number): Row => {
  const accepted = dayOf(n);
  const isOpen = n % 2 === 0;
  const body: DossierBody = {
    ...{ node: unit, archiveNumber: `d${n}`, code: `cgdoi.${unit}/d${n}`, submitter: 'MINE' },
    ...{ title: `某地金矿普查报告 ${n}`, language: '中文', depositId: idOf(n) },
    dataKind: n % 9 === 0 ? 'original' : 'result',
    dataClass: n % 3 === 0 ? 'oil-gas' : 'mineral-exploration',
    ...{ abstract: '摘要'.repeat(60), keywords: ['金', '普查'], authors: ['某某'], producer: '某地质队' },
    ...{ minerals: [], regions: [], sheets: [], bbox: [100, 30, 101, 31], formedOn: accepted },
    ...{ source: 'other', copyright: 'consented', earlyConsent: false },
    secrecy: n % 50 === 0 ? 'internal' : 'public',
    ...{ submitted: accepted, acceptedAt: `${accepted}T02:00:00.000Z`, fileCount: n % 40, bytes: n * 1000 },
    window: { earliest: accepted, latest: addDays(accepted, 90) },
    ...{ releasedFiles: isOpen ? 1 : 0, releaseVersion: 0, releasedNumbers: '', overdueTold: false },
    ...(n % 20 === 0 ? { protectedUntil: dayOf(n + 1) } : {}),
    ...(isOpen ? { releasedAt: `${dayOf(n + 3)}T02:00:00.000Z` } : {}),
  };
  const id = idOf(n);
  return {
    pk: `dossier#${id}`,
    sk: 'item',
    kind: 'dossier',
    id,
    state: isOpen ? 'released' : 'closed',
    version: 1,
    body,
  };
};
const use = (node: string, n: number): Row => ({
  ...{ pk: `usage#${node}#2025`, sk: `u${n}`, node, day: dayOfYear(n), recordId: idOf(n % 50_000) },
  way: n % 4 === 0 ? 'read-online' : 'open-download',
  purpose: n % 3 === 0 ? 'exploration' : 'research',
  askerKind: n % 2 === 0 ? 'unit' : 'open',
  ...{ count: 1, bytes: 1000 },
});

const query = z.object({
  ExpressionAttributeValues: z.object({ ':p': z.string() }),
  ExclusiveStartKey: z.object({ at: z.number() }).optional(),
  Limit: z.number(),
});

/**
 * A table of which the rows are made as they are read: dossiers and uses spread over the provinces, in answers as DynamoDB gives them, each
 * through JSON there and back. Whatever else is asked for is not there, but the row that says what a run makes.
 */
export const madeTable = (of: { dossiers: number; uses: number; wanted: Row }): Table => {
  const listed = {
    dossiers: { rows: of.dossiers, make: dossier },
    usage: { rows: of.uses, make: use },
  };
  const page = (input: unknown) => {
    const { ExpressionAttributeValues, ExclusiveStartKey, Limit } = query.parse(input);
    const [list, unit = ''] = ExpressionAttributeValues[':p'].split('#');
    const index = provinces.indexOf(unit);
    const from = list === 'dossiers' || list === 'usage' ? listed[list] : undefined;
    if (from === undefined || index === -1) return { Items: [] };
    const texts: string[] = [];
    let bytes = 0;
    let n = ExclusiveStartKey?.at ?? index;
    for (; n < from.rows && texts.length < Limit && bytes < mostBytes; n += provinces.length) {
      const text = JSON.stringify(from.make(unit, n));
      bytes += Buffer.byteLength(text);
      texts.push(text);
    }
    return {
      Items: texts.map((text) => JSON.parse(text)),
      ...(n < from.rows ? { LastEvaluatedKey: { at: n } } : {}),
    };
  };
  const client = {
    send: async (command: unknown) => {
      if (command instanceof QueryCommand) return page(command.input);
      if (command instanceof GetCommand && String(command.input.Key?.['pk']).startsWith('report-run#'))
        return { Item: of.wanted };
      return {};
    },
  };
  return openTable('made', () => client as unknown as DynamoDBDocumentClient);
};
