import { type Run, runs } from './analyse.ts';
import { fold } from './fold.ts';
import { parseText } from './parse.ts';

/** A piece of a text, and whether it is what was looked for. The pieces together are the text. */
export type Piece = { text: string; hit: boolean };

/** Where runs of the folded text lie in the original: each character is folded by itself, and counted. */
const placed = (text: string): { run: Run; places: number[] }[] => {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const now = fold(char);
    for (let i = 0; i < now.length; i++) places.push(at);
    folded += now;
    at += char.length;
  }
  let from = 0;
  return runs(folded).map((run) => {
    const start = folded.indexOf(run.text, from);
    from = start + run.text.length;
    return { run, places: places.slice(start, from) };
  });
};

type Wanted = { text: string; prefix: boolean };

const wantedOf = (query: string): Wanted[] =>
  parseText(query)
    .filter(({ without }) => !without)
    .flatMap(({ groups }) => groups.flat())
    .flatMap(({ tokens, prefix }) =>
      tokens.map((text, i) => ({ text, prefix: prefix && i === tokens.length - 1 })),
    );

/** Start and end of what one token covers in a run: words from their beginning, Chinese anywhere. */
const spans = (run: Run, { text, prefix }: Wanted): [number, number][] => {
  if (!run.cjk) return run.text === text || (prefix && run.text.startsWith(text)) ? [[0, text.length]] : [];
  const found: [number, number][] = [];
  for (let at = run.text.indexOf(text); at >= 0; at = run.text.indexOf(text, at + 1))
    found.push([at, at + text.length]);
  return found;
};

/**
 * Marks in a text what a query looks for, in the spelling of the text (full width, traditional characters, capitals).
 * It marks each word that occurs, also where the words of a phrase do not stand together.
 */
export const highlight = (text: string, query: string): Piece[] => {
  const hit = new Uint8Array(text.length);
  const wanted = wantedOf(query);
  for (const { run, places } of placed(text))
    for (const token of wanted)
      for (const [start, end] of spans(run, token))
        for (const place of places.slice(start, end)) hit[place] = 1;

  const pieces: Piece[] = [];
  let at = 0;
  for (const char of text) {
    const marked = hit[at] === 1;
    const last = pieces.at(-1);
    // A mark over a letter belongs to the letter before it.
    if (last && (last.hit === marked || /^\p{Mn}/u.test(char))) last.text += char;
    else pieces.push({ text: char, hit: marked });
    at += char.length;
  }
  return pieces;
};
