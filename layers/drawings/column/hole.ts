import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { Children } from '@geoarchive/domain/subsurface/tables.ts';
import type { Language } from '@geoarchive/domain/text.ts';

/** What of a header stands on a drawing; the public header lacks some of it. */
export type DrawnHeader = Partial<
  Pick<
    HoleHeader,
    | 'hole'
    | 'project'
    | 'crs'
    | 'x'
    | 'y'
    | 'elevation'
    | 'finalDepth'
    | 'startedOn'
    | 'finishedOn'
    | 'contractor'
    | 'dip'
    | 'azimuth'
  >
>;
/** A hole as it is drawn. */
export type DrawnHole = { header: DrawnHeader; children: Children };

export const columnScales = [200, 500, 1000] as const;
/** `fit`: the roundest scale at which it stands on one page. */
export type ColumnScale = (typeof columnScales)[number] | 'fit';
/** `roll`: one long sheet. */
export type ColumnPaper = 'A4' | 'A3' | 'roll';
export type ColumnWish = { scale: ColumnScale; paper: ColumnPaper; language: Language };

/** Where a sample ends: one taken at a point where it begins. */
export const endOf = ({ from, to }: Children['samples'][number]): number => to ?? from;

/** The deepest thing known of a hole, in metres. */
export const bottomOf = ({ header, children }: DrawnHole): number =>
  Math.max(
    header.finalDepth ?? 0,
    ...[children.layers, children.runs].flatMap((rows) => rows.map(({ to }) => to)),
    ...children.samples.map(endOf),
  );
