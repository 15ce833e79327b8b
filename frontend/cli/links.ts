import type { Client } from '@geoarchive/contract/client.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import type { LocalFile } from './local-file.ts';

export type Numbered = LocalFile & { no: number };
/** What goes up with one PUT: a part of a file, or a whole small file. */
export type Piece = { file: Numbered; part: number };

/** A link lives 15 minutes; one of more than ten may run out under way. */
const freshMs = 10 * 60_000;

const asked = ({ file, part }: Piece) => {
  const crc64 = file.crc64s[part - 1];
  return { no: file.no, part, ...(crc64 === undefined ? { sha256: file.sha256 } : { crc64 }) };
};

const sign = async (client: Client, id: string, pieces: Piece[]) => {
  const { parts } = await client.call(intake.signUploads, {
    params: { id },
    body: { parts: pieces.map(asked) },
  });
  return parts;
};
type Link = Awaited<ReturnType<typeof sign>>[number];

/**
 * Signed links for pieces that are sent in about this order. Whoever finds none for their piece has it signed together with the
 * next ones, up to 500 in one call, while the others wait for that call.
 */
export const createLinks = (client: Client, id: string, pieces: readonly Piece[]) => {
  const nameOf = (no: number, part: number): string => `${no}/${part}`;
  const places = new Map(pieces.map(({ file, part }, at) => [nameOf(file.no, part), at]));
  const held = new Map<string, { link: Link | undefined; since: number }>();
  const done = new Set<string>();
  const isOpen = ({ file, part }: Piece): boolean => {
    const name = nameOf(file.no, part);
    const since = held.get(name)?.since ?? Number.NEGATIVE_INFINITY;
    return !done.has(name) && since + freshMs < Date.now();
  };
  const signFrom = async (at: number): Promise<void> => {
    const next: Piece[] = [];
    for (let n = at; n < pieces.length && next.length < limits.signaturesPerCall; n += 1) {
      const piece = pieces[n];
      if (piece !== undefined && isOpen(piece)) next.push(piece);
    }
    const since = Date.now();
    const signed = new Map((await sign(client, id, next)).map((link) => [nameOf(link.no, link.part), link]));
    for (const { file, part } of next) {
      const name = nameOf(file.no, part);
      held.set(name, { link: signed.get(name), since });
    }
  };
  let signing: Promise<void> | undefined;

  const take = async (piece: Piece): Promise<Link> => {
    const name = nameOf(piece.file.no, piece.part);
    while (isOpen(piece)) {
      signing ??= signFrom(places.get(name) ?? 0).finally(() => {
        signing = undefined;
      });
      await signing;
    }
    const link = held.get(name)?.link;
    if (link === undefined) throw new Error(`No link for part ${piece.part} of ${piece.file.path}`);
    return link;
  };
  return {
    take,
    /** The store does not take this link any more. */
    drop: ({ file, part }: Piece): void => void held.delete(nameOf(file.no, part)),
    finish: ({ file, part }: Piece): void => {
      done.add(nameOf(file.no, part));
      held.delete(nameOf(file.no, part));
    },
  };
};
export type Links = ReturnType<typeof createLinks>;
