import { type HoleInput, holeInput } from '@geoarchive/contract/hole-parts.ts';
import { checkHole } from '@geoarchive/domain/subsurface/checks.ts';
import { headerInMetres, rowInMetres } from '@geoarchive/domain/subsurface/feet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import type { FilePlace, Remark } from '@geoarchive/domain/subsurface/remark.ts';
import {
  type ChildKind,
  type Children,
  childKinds,
  childTables,
} from '@geoarchive/domain/subsurface/tables.ts';
import { type Draft, drafts } from './drafts.ts';
import { mergedHeader } from './merge-header.ts';
import { distinctRows } from './merge-rows.ts';
import { type Part, type RowFound, remarkOf } from './part.ts';
import { texts } from './texts.ts';

/** A hole as it comes in, with the files that said something about it. */
export type JoinedHole = { hole: HoleInput; files: ReadonlyMap<string, { layers: number; curves: number }> };

const labelOf = (kind: ChildKind | undefined, key: string): string => {
  const { columns }: { columns: readonly { key: string; label: { zh: string } }[] } =
    kind === undefined ? headerTable : childTables[kind];
  return columns.find((column) => column.key === key)?.label.zh ?? key;
};

/** Where each row of a hole stood, by kind and in the order of the rows. */
type Places = { header: FilePlace } & { [K in ChildKind]?: readonly FilePlace[] };
const placeAt = (places: Places, kind: ChildKind | undefined, at: number | undefined): FilePlace =>
  (kind === undefined ? undefined : places[kind]?.[at ?? 0]) ?? places.header;

/** What the door would refuse, told where it stands: nothing that `readHoles` gives is turned away there. */
const refusals = (hole: HoleInput, places: Places): Remark[] => {
  const read = holeInput.safeParse(hole);
  if (read.success) return [];
  return read.error.issues.slice(0, 20).map(({ path, message }) => {
    const [part, kind, at, key] = path.map(String);
    const child = part === 'children' ? childKinds.find((one) => one === kind) : undefined;
    const column = labelOf(child, (child === undefined ? kind : key) ?? String(part));
    const place = placeAt(places, child, at === undefined ? undefined : Number(at));
    return remarkOf(texts.notAllowed, { ...place, column, hole: hole.header.hole }, { column, why: message });
  });
};

const filesOf = (draft: Draft): Map<string, { layers: number; curves: number }> => {
  const files = new Map<string, { layers: number; curves: number }>();
  const of = (file: string) => {
    const known = files.get(file) ?? { layers: 0, curves: 0 };
    files.set(file, known);
    return known;
  };
  for (const { place } of draft.headers) of(place.file);
  for (const { kind, place } of draft.rows) of(place.file).layers += kind === 'layers' ? 1 : 0;
  for (const { place, log } of draft.logs) of(place.file).curves += log.curves.length;
  for (const { place } of draft.attachments) of(place.file);
  return files;
};

/** One hole of all that was found about it, checked; undefined where an error stands against it. */
const joinOne = (
  draft: Draft,
  known: ReadonlySet<string>,
  tell: (remark: Remark) => void,
): JoinedHole | undefined => {
  let wrong = [...draft.headers, ...draft.rows, ...draft.logs].some(({ names }) =>
    names.some((name) => known.has(name)),
  );
  const told = (remark: Remark) => {
    wrong ||= remark.severity === 'error';
    tell(remark);
  };
  // In each table by itself: another file, and most logs, have metres already.
  const headers = draft.headers.map((one) =>
    one.feet || one.values.depthUnit === 'ft' ? { ...one, values: headerInMetres(one.values) } : one,
  );
  const sure = draft.headers.filter(({ lesser }) => !lesser);
  const allFeet = sure.some(({ values }) => values.depthUnit === 'ft');
  const headed = sure.some(({ feet }) => feet);
  const { header, place } = mergedHeader({ ...draft, headers }, told);
  const places: Places = { header: place };
  const children: Partial<Record<ChildKind, readonly object[]>> = {};
  const found = new Map(childKinds.map((kind) => [kind, [] as typeof draft.rows]));
  for (const row of draft.rows) found.get(row.kind)?.push(row);
  for (const [kind, rows] of found) {
    const distinct = distinctRows(kind, rows, header.hole, told);
    // The template's headings say metres, and its column for the unit that they are not.
    const inFeet = (unit: RowFound['unit']): boolean =>
      unit === 'ft' || (unit === 'm' && allFeet) || (unit === undefined && (allFeet || headed));
    children[kind] = distinct.map(({ values, unit }) => (inFeet(unit) ? rowInMetres(values) : values));
    places[kind] = distinct.map(({ place: at }) => at);
  }
  // The columns were read as their tables declare them; what is amiss the schema of the door says below.
  const hole = { header, children: { ...noChildren, ...children } as Children };
  if (allFeet) told(remarkOf(texts.feet, { ...place, hole: header.hole }, { hole: header.hole }));
  const input: HoleInput = {
    header: hole.header,
    ...(draft.headers.every(({ lesser }) => lesser) ? { lesser: true } : {}),
    ...(draft.rows.length > 0 ? { children: foundKinds(hole.children) } : {}),
    ...(draft.logs.length > 0 ? { logs: draft.logs.map(({ log }) => mutableLog(log)) } : {}),
    ...(draft.attachments.length > 0
      ? {
          attachments: draft.attachments.map(({ attachment: { facts, ...rest } }) => ({
            ...rest,
            facts: { ...facts },
          })),
        }
      : {}),
  };
  for (const remark of refusals(input, places)) told(remark);
  for (const { kind, at, column, ...remark } of checkHole(hole))
    told({
      ...remark,
      ...placeAt(places, kind, at),
      ...(column === undefined ? {} : { column: labelOf(kind, column) }),
    });
  return wrong ? undefined : { hole: input, files: filesOf(draft) };
};

type Contents = NonNullable<HoleInput['children']>;
/** The kinds of which something was found: what the files do not speak of stays as it is. */
const foundKinds = (children: Children): Contents =>
  Object.fromEntries(
    childKinds.flatMap((kind) => (children[kind].length === 0 ? [] : [[kind, [...children[kind]]]])),
  ) as Contents;
type LogInput = NonNullable<HoleInput['logs']>[number];
const mutableLog = ({ curves, parameters, ...log }: Draft['logs'][number]['log']): LogInput => ({
  ...log,
  curves: [...curves],
  parameters: [...parameters],
});

const mixedSystems = (joined: readonly JoinedHole[]): Remark[] => {
  const systems = new Map<string, Set<string>>();
  for (const { hole, files } of joined)
    for (const file of files.keys())
      if (hole.header.crs !== undefined && hole.header.x !== undefined)
        systems.set(file, (systems.get(file) ?? new Set()).add(hole.header.crs));
  return [...systems].flatMap(([file, found]) =>
    found.size < 2
      ? []
      : [
          remarkOf(
            texts.mixedCrs,
            { file },
            { count: found.size, systems: [...found].slice(0, 5).join('、') },
          ),
        ],
  );
};

/** Joins what the files say about each hole. A hole with an error is left out whole, and the error told. */
export const joinParts = (parts: readonly Part[], tell: (remark: Remark) => void): JoinedHole[] => {
  const wrong = new Set(parts.flatMap((part) => [...part.wrong]));
  const joined = drafts(parts, tell).flatMap((draft) => joinOne(draft, wrong, tell) ?? []);
  for (const remark of mixedSystems(joined)) tell(remark);
  return joined;
};
