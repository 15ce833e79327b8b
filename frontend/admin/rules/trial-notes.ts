/** When something is due or public, and which archive receives it where a trial says so. */
export type TrialStanding = { day: string; node?: string };
/** What a trial of a rule changes: of which entry, task or deposit, for what, before and after; left out where there is no day. */
export type TrialChange = {
  number: string;
  subject: string;
  before?: TrialStanding;
  after?: TrialStanding;
};

const written = /^(.*) (\S+): (\S+)(?: (\S+))? → (\S+)(?: (\S+))?$/u;
const none = '—';
const standing = (day: string | undefined, node: string | undefined): TrialStanding | undefined =>
  day === undefined || day === none ? undefined : { day, ...(node === undefined ? {} : { node }) };

/** The changes that the notes of a trial tell of. */
export const trialChanges = (notes: readonly string[]): TrialChange[] =>
  notes.flatMap((note): TrialChange[] => {
    const [, number, subject, ...days] = written.exec(note) ?? [];
    if (number === undefined || subject === undefined) return [];
    const [before, after] = [standing(days[0], days[1]), standing(days[2], days[3])];
    return [
      {
        number,
        subject,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  });
