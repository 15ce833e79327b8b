import type { Fonts } from '@geoarchive/documents/fonts.ts';
import type { Printing } from '@geoarchive/documents/paper.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { PaperSize } from '@geoarchive/domain/documents.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type DocumentItem, type DocumentStore, documentView } from './document-store.ts';

export type PrintDeps = {
  clock: Clock;
  settings: Pick<FunctionSettings, 'nodes' | 'portal'>;
  table: Table;
  documents: DocumentStore;
  bucket: Pick<Bucket, 'putOnce' | 'head' | 'hold' | 'signGet'>;
  fonts: () => Fonts | Promise<Fonts>;
  /** Whether prints are locked for good: in the archive. */
  held: boolean;
};
export type Wanted = { language: Language; size: PaperSize };

const pk = (number: string) => `document#${number}`;
const made = z.object({
  key: z.string(),
  versionId: z.string(),
  sha256: z.string(),
  missing: z.array(z.string()),
});
type Made = z.infer<typeof made>;

export const nodeName = ({ nodes }: Pick<FunctionSettings, 'nodes'>, code: string): Bilingual =>
  nodes.find((node) => node.code === code)?.name ?? { zh: code, en: code };

/** Fetched when something is printed: lists and most reprints do without. */
export const render = async (of: Printing, fonts: Fonts) =>
  (await import('@geoarchive/documents/render.ts')).renderDocument(of, fonts);

/** Makes the print that is kept, unless it is there: the same bytes whoever makes it, written once. */
const make = async (deps: PrintDeps, item: DocumentItem, wanted: Wanted, sk: string): Promise<Made> => {
  const document = documentView(item);
  const { pdf, missing } = await render(
    {
      ...wanted,
      document,
      void: item.state === 'void',
      nodeName: nodeName(deps.settings, document.node),
      portal: deps.settings.portal,
    },
    await deps.fonts(),
  );
  const key = `documents/${item.id}/${sk.slice('print#'.length)}.pdf`;
  await deps.bucket.putOnce(key, pdf, 'application/pdf');
  const { versionId, sha256 } = (await deps.bucket.head(key)) ?? {};
  if (versionId === undefined || sha256 === undefined) throw new Error(`The print ${key} is not there`);
  if (deps.held) await deps.bucket.hold(key, versionId);
  const print = { key, versionId, sha256, missing };
  try {
    await deps.table.transact([
      {
        Put: {
          TableName: deps.table.name,
          Item: { pk: pk(item.id), sk, ...print },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
  } catch (error) {
    // Somebody printed the same in the same instant.
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return print;
};

/**
 * A link to the print of a paper in a language and size. The first call makes it, every later one gives the same bytes again; what
 * became void has a print of its own that says so. Each call is counted and leaves its entry in the audit trail.
 */
export const printDocument = async (
  deps: PrintDeps,
  item: DocumentItem,
  wanted: Wanted,
  tell: { action: string; by: Caller },
): Promise<{ url: string; missing: string[] }> => {
  const sk = `print#${item.state}-${wanted.language}-${wanted.size}`;
  const row = await deps.table.get({ pk: pk(item.id), sk });
  const print = row === undefined ? await make(deps, item, wanted, sk) : made.parse(row);
  await deps.table.transact([
    {
      Update: {
        TableName: deps.table.name,
        Key: { pk: pk(item.id), sk: 'prints' },
        UpdateExpression: 'ADD prints :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
    auditWrite(deps.table.name, deps.clock, {
      about: item.id,
      action: tell.action,
      by: tell.by,
      detail: { ...wanted, state: item.state, sha256: print.sha256 },
      node: item.body.node,
    }),
  ]);
  const name = `${item.id}${wanted.language === 'zh' ? '' : `-${wanted.language}`}.pdf`;
  return { url: await deps.bucket.signGet(print.key, name, print.versionId), missing: print.missing };
};

/** How often a paper was printed. */
export const printsOf = async (table: Table, number: string): Promise<number> => {
  const row = await table.get({ pk: pk(number), sk: 'prints' });
  return row === undefined ? 0 : z.object({ prints: z.number() }).parse(row).prints;
};
