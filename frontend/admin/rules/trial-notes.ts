/** A due date that a trial of a rule changes: of which entry, for what, before and after; a day left out is none. */
export type TrialChange = { number: string; subject: string; before?: string; after?: string };

const written = /^(.*) (\S+): (\S+) → (\S+)$/u;
const none = '—';

/** The changes that the notes of a trial tell of. */
export const trialChanges = (notes: readonly string[]): TrialChange[] =>
  notes.flatMap((note): TrialChange[] => {
    const [, number, subject, before, after] = written.exec(note) ?? [];
    if (number === undefined || subject === undefined) return [];
    return [
      {
        number,
        subject,
        ...(before === undefined || before === none ? {} : { before }),
        ...(after === undefined || after === none ? {} : { after }),
      },
    ];
  });
