import type { Column, Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import type { RowOf } from '@geoarchive/domain/subsurface/table.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import * as z from 'zod';
import { day, secrecy, sha256 } from './shared.ts';

const schemaOf = (column: Column): z.ZodType => {
  if (column.codes !== undefined) return z.enum(column.codes.map(({ code }) => code));
  switch (column.type) {
    case 'date':
      return day;
    case 'boolean':
      return z.boolean();
    case 'decimal':
    case 'integer': {
      const number = column.type === 'integer' ? z.number().int() : z.number();
      const least = column.minimum === undefined ? number : number.min(column.minimum);
      return column.maximum === undefined ? least : least.max(column.maximum);
    }
    default: {
      const text = z
        .string()
        .trim()
        .min(1)
        .max(column.maxLength ?? 255);
      return column.pattern === undefined ? text : text.regex(column.pattern.like, column.pattern.say.zh);
    }
  }
};

/** The schema of a table's row, made from its columns: nothing may come in that the template could not say. */
const rowOf = <S extends Sheet, K extends string = never>(table: S, without?: K) => {
  const columns = table.columns.filter(({ key }) => key !== without);
  const shape = Object.fromEntries(
    columns.map((column) => [column.key, column.required ? schemaOf(column) : schemaOf(column).optional()]),
  );
  // The columns say key by key what RowOf says as a type; zod cannot follow a shape that is computed.
  return z.strictObject(shape) as unknown as z.ZodType<Omit<RowOf<S>, K>>;
};

export const holeHeader = rowOf(headerTable);

/** Rows of one kind that a hole may have. */
export const mostRows = 20_000;
const rowsOf = <S extends Sheet>(table: S) => z.array(rowOf(table, 'hole')).max(mostRows);
export const holeChildren = z.strictObject({
  survey: rowsOf(childTables.survey),
  runs: rowsOf(childTables.runs),
  layers: rowsOf(childTables.layers),
  samples: rowsOf(childTables.samples),
  assays: rowsOf(childTables.assays),
  hydro: rowsOf(childTables.hydro),
  casing: rowsOf(childTables.casing),
  boxes: rowsOf(childTables.boxes),
  tests: rowsOf(childTables.tests),
  tops: rowsOf(childTables.tops),
  seal: rowsOf(childTables.seal),
});

const text = z.string().max(500);
const metres = z.number();
/** Samples of a curve: packed as 64-bit floats they stay within a function's reply. */
export const mostSamples = 500_000;
export const holeCurve = z.strictObject({
  mnemonic: z.string().min(1).max(100),
  unit: z.string().max(60),
  description: text.optional(),
  sha256,
  samples: z.number().int().min(0).max(mostSamples),
  top: metres.optional(),
  base: metres.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
});
export const holeLog = z.strictObject({
  id: z.string().min(1).max(80),
  file: z.string().min(1).max(255),
  format: z.string().min(1).max(60),
  index: holeCurve,
  indexUnit: z.string().max(60),
  curves: z.array(holeCurve).max(500),
  parameters: z
    .array(
      z.strictObject({
        mnemonic: z.string().max(100),
        unit: z.string().max(60),
        value: z.string().max(1000),
        description: z.string().max(1000),
      }),
    )
    .max(2000),
});
export const holeAttachment = z.strictObject({
  file: z.string().min(1).max(255),
  format: z.string().min(1).max(60),
  bytes: z.number().int().min(0),
  sha256,
  facts: z.record(z.string().max(100), z.union([z.string().max(1000), z.number()])),
});

/** A hole whole, as it comes in and as it is kept: header in the table, the rest in the bucket. */
export const hole = z.strictObject({
  header: holeHeader,
  children: holeChildren,
  logs: z.array(holeLog).max(100),
  attachments: z.array(holeAttachment).max(200),
});
/**
 * A hole as it is sent: what is left out (logs, attachments, a kind of children) stays as it is, or is empty where there is no such hole
 * yet. An empty list empties; logs and attachments stand beside those of other files.
 */
export const holeInput = hole
  .extend({
    children: holeChildren.partial(),
    /** The header was said by the way, as logs do: it fills what is not known of the hole, and changes nothing. */
    lesser: z.boolean().optional(),
  })
  .partial({ children: true, logs: true, attachments: true });
export type HoleInput = z.infer<typeof holeInput>;
/** What of a hole lies in the bucket. */
export const holeContent = hole.omit({ header: true });
export type HoleContent = z.infer<typeof holeContent>;

export const partKind = z.enum(partKinds);
export const partCounts = z.record(partKind, z.number().int());

/** A log as lists and questions across wells know it. */
export const logFacts = z.object({
  id: z.string(),
  file: z.string(),
  top: metres.optional(),
  base: metres.optional(),
  curves: z.array(
    z.object({ mnemonic: z.string(), unit: z.string(), top: metres.optional(), base: metres.optional() }),
  ),
});
export type LogFacts = z.infer<typeof logFacts>;

const degrees = z.number();
/** A place in CGCS2000 degrees, how it was derived and to how many metres it may be trusted. */
export const holePlace = z.object({
  longitude: degrees,
  latitude: degrees,
  method: z.enum(['as-given', 'projection', 'datum-taken-as-equal']),
  accuracyMetres: z.number(),
});

/** Secrecy and protection of one kind of children, where it has its own. */
export const partLimits = z.partialRecord(
  partKind,
  z.strictObject({ secrecy: secrecy.optional(), protectedUntil: day.optional() }),
);
