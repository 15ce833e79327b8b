import { keysOf } from './keys.ts';
import type { RoleCode } from './roles.ts';
import type { Bilingual } from './text.ts';

/** Who makes a move: a role, or the system itself (a worker, a projection, a clock). */
export type Actor = RoleCode | 'SYSTEM';

/** One allowed change of state. `event` is the domain event it raises. */
export type Move<S extends string> = {
  from: readonly S[];
  to: S;
  by: readonly Actor[];
  event: string;
  label: Bilingual;
};

/** A lifecycle as data: from it come the database condition, the buttons, the diagram and the tests. */
export type Lifecycle<S extends string, M extends string> = {
  name: string;
  initial: S;
  states: Readonly<Record<S, Bilingual>>;
  moves: Readonly<Record<M, Move<S>>>;
};

/** Declares a lifecycle; the names of states and moves are kept as literal types. */
export const lifecycle = <S extends string, M extends string>(definition: Lifecycle<S, M>): Lifecycle<S, M> =>
  definition;

const entries = <S extends string, M extends string>(of: Lifecycle<S, M>): [M, Move<S>][] => {
  const named: [M, Move<S>][] = [];
  for (const name in of.moves) named.push([name, of.moves[name]]);
  return named;
};

/** The states of a lifecycle, in the order of its declaration. */
export const statesOf = <S extends string, M extends string>(of: Lifecycle<S, M>): S[] => keysOf(of.states);

/** The names of a lifecycle's moves. */
export const movesOf = <S extends string, M extends string>(of: Lifecycle<S, M>): M[] =>
  entries(of).map(([name]) => name);

/** The moves open to someone with these roles in this state: the buttons of a page. */
export const movesFrom = <S extends string, M extends string>(
  of: Lifecycle<S, M>,
  state: S,
  actors: readonly Actor[],
): M[] =>
  entries(of)
    .filter(([, move]) => move.from.includes(state) && move.by.some((actor) => actors.includes(actor)))
    .map(([name]) => name);

/** Whether the move may start in this state, whoever makes it. */
export const canMove = <S extends string, M extends string>(
  of: Lifecycle<S, M>,
  move: M,
  state: S,
): boolean => of.moves[move].from.includes(state);

/** The move that leads from one state to another, for things whose state follows from something else; none when there is none. */
export const moveBetween = <S extends string, M extends string>(
  of: Lifecycle<S, M>,
  from: S,
  to: S,
): M | undefined => entries(of).find(([, move]) => move.to === to && move.from.includes(from))?.[0];

/** The lifecycle as a Mermaid state diagram, for the docs. */
export const diagram = <S extends string, M extends string>(of: Lifecycle<S, M>): string =>
  [
    'stateDiagram-v2',
    `  [*] --> ${id(of.initial)}`,
    ...entries(of).flatMap(([name, move]) =>
      move.from.map((from) => `  ${id(from)} --> ${id(move.to)}: ${name}`),
    ),
  ].join('\n');

const id = (state: string): string => state.replaceAll('-', '_');
