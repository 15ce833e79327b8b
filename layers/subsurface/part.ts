import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { Attachment, Log } from '@geoarchive/domain/subsurface/hole.ts';
import { type FilePlace, filled, type Remark, type Severity } from '@geoarchive/domain/subsurface/remark.ts';
import type { ChildKind } from '@geoarchive/domain/subsurface/tables.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

/** What a file says of a header. `names` are all by which its rows may call the hole. */
export type HeaderFound = {
  place: FilePlace;
  names: readonly string[];
  values: Partial<HoleHeader>;
  /** Said by the way (in a log, or made because nothing else said it): gives way to a table of headers. */
  lesser?: boolean;
  /** Its depths are feet, as its headings say. */
  feet?: boolean;
};
export type RowFound = {
  kind: ChildKind;
  place: FilePlace;
  names: readonly string[];
  values: Readonly<Record<string, string | number | boolean>>;
  /** `ft`, `m`: as its headings say. `metres`: its format knows no other, or it was turned into them. */
  unit?: 'ft' | 'm' | 'metres';
};
/** A log or an attachment; without a name it belongs to the only hole there is. */
export type LogFound = { place: FilePlace; names: readonly string[]; log: Log };
export type AttachmentFound = { place: FilePlace; names: readonly string[]; attachment: Attachment };

/** What one file brings, gathered whole before any of it counts: never half a file. */
export type Part = {
  file: string;
  format: string;
  headers: HeaderFound[];
  rows: RowFound[];
  logs: LogFound[];
  attachments: AttachmentFound[];
  curves: Map<string, Float64Array>;
  remarks: Remark[];
  /** Holes, by any of their names, against which an error of this file stands: also where it was not listed any more. */
  wrong: Set<string>;
};
export const emptyPart = (file: string, format: string): Part => ({
  file,
  format,
  headers: [],
  rows: [],
  logs: [],
  attachments: [],
  curves: new Map(),
  remarks: [],
  wrong: new Set(),
});

export type Said = { severity: Severity; code: string; message: Bilingual; remedy: Bilingual };
/** A remark at a place, its texts filled in. */
export const remarkOf = (
  { severity, code, message, remedy }: Said,
  place: FilePlace & { hole?: string; depth?: number },
  values: Readonly<Record<string, string | number>> = {},
): Remark => ({
  severity,
  code,
  ...place,
  message: filled(message, values),
  remedy: filled(remedy, values),
});

/** Remarks of one kind about one column that are told one by one; of more the last one says how many. */
const most = 20;
/** Gathers remarks of a file; a fault of every row of a million must neither fill memory nor hide the others. */
export const remarkList = (into: Remark[], wrong?: Set<string>) => {
  const counts = new Map<string, { count: number; last: Remark; text: Bilingual }>();
  return (remark: Remark): void => {
    if (remark.severity === 'error' && remark.hole !== undefined) wrong?.add(remark.hole);
    // What may be mended is offered for each hole.
    if (remark.mend !== undefined) {
      into.push(remark);
      return;
    }
    const key = [remark.code, remark.sheet, remark.column].join('\t');
    const known = counts.get(key);
    if (known === undefined) {
      counts.set(key, { count: 1, last: remark, text: remark.message });
      into.push(remark);
      return;
    }
    known.count += 1;
    if (known.count <= most) {
      known.last = remark;
      known.text = remark.message;
      into.push(remark);
      return;
    }
    const more = known.count - most;
    known.last.message = {
      zh: `${known.text.zh}（另有 ${more} 处未列出）`,
      en: `${known.text.en} (${more} more are not listed)`,
    };
  };
};
