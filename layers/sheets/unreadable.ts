import { type SheetProblem, sheetProblem } from '@geoarchive/domain/sheets/problem.ts';

/** Thrown when a file cannot be read (further): its problem says why and what to do. */
export class Unreadable extends Error {
  readonly problem: SheetProblem;
  constructor(problem: SheetProblem) {
    super(problem.message.en);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}

export const unreadable = (...said: Parameters<typeof sheetProblem>): Unreadable =>
  new Unreadable(sheetProblem(...said));
