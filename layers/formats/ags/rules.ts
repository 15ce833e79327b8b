/** A group of an AGS4 file as far as the rules need it. */
export type Group = {
  name: string;
  line: number;
  heading: string[];
  units: string[] | undefined;
  types: string[] | undefined;
  rows: number;
};

/** A rule that is broken, and where. */
export type Fault = { what: string; line: number };

/** Headings of the groups that describe the file itself, and of samples, complete (AGS4 data dictionary, section 9). */
const COMPLETE: Readonly<Record<string, string>> = {
  PROJ: 'PROJ_ID PROJ_NAME PROJ_LOC PROJ_CLNT PROJ_CONT PROJ_ENG PROJ_MEMO FILE_FSET',
  TRAN: 'TRAN_ISNO TRAN_DATE TRAN_PROD TRAN_STAT TRAN_DESC TRAN_AGS TRAN_RECV TRAN_DLIM TRAN_RCON TRAN_REM FILE_FSET',
  ABBR: 'ABBR_HDNG ABBR_CODE ABBR_DESC ABBR_LIST ABBR_REM FILE_FSET',
  TYPE: 'TYPE_TYPE TYPE_DESC FILE_FSET',
  UNIT: 'UNIT_UNIT UNIT_DESC UNIT_REM FILE_FSET',
  SAMP:
    'LOCA_ID SAMP_TOP SAMP_REF SAMP_TYPE SAMP_ID SAMP_BASE SAMP_DTIM SAMP_UBLO SAMP_CONT SAMP_PREP SAMP_SDIA SAMP_WDEP ' +
    'SAMP_RECV SAMP_TECH SAMP_MATX SAMP_TYPC SAMP_WHO SAMP_WHY SAMP_REM SAMP_DESC SAMP_DESD SAMP_LOG SAMP_COND ' +
    'SAMP_CLSS SAMP_BAR SAMP_TEMP SAMP_PRES SAMP_FLOW SAMP_ETIM SAMP_DURN SAMP_CAPT SAMP_LINK GEOL_STAT FILE_FSET SAMP_RECL',
};

/** Headings that lead a group in this order wherever they stand in it (rule 7). */
const LEADING = ['LOCA_ID', 'SAMP_TOP', 'SAMP_REF', 'SAMP_TYPE', 'SAMP_ID', 'SPEC_REF', 'SPEC_DPTH'];
export const SAMPLE_KEY = ['LOCA_ID', 'SAMP_TOP', 'SAMP_REF', 'SAMP_TYPE', 'SAMP_ID'];

const inOrder = (names: string[], order: string[]) => {
  const places = names.map((name) => order.indexOf(name)).filter((place) => place >= 0);
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
};

/** Rules 4, 7, 9 and 19 on the headings of a group; `own` are the headings its DICT group adds. */
export function headingFaults({ name, heading, line }: Group, own: ReadonlySet<string>): Fault[] {
  const faults: string[] = [];
  const twice = heading.find((one, i) => heading.indexOf(one) !== i);
  if (twice !== undefined) faults.push(`${name}: ${twice} twice (rule 4)`);
  const odd = heading.find((one) => !/^[A-Z0-9]{1,4}_[A-Z0-9]{1,4}$/.test(one));
  if (odd !== undefined) faults.push(`${name}: heading ${odd.slice(0, 30)} (rule 19)`);
  const complete = COMPLETE[name]?.split(' ');
  if (complete) {
    const unknown = heading.find((one) => !complete.includes(one) && !own.has(one));
    if (unknown !== undefined) faults.push(`${name}: ${unknown} is not defined (rule 9)`);
    if (!inOrder(heading, complete)) faults.push(`${name}: order of headings (rule 7)`);
  }
  const leads = LEADING.filter((one) => heading.includes(one));
  const sampled = leads.length > 1 && name !== 'SAMP' ? leads.includes('SAMP_ID') : true;
  if (leads.includes('LOCA_ID') && heading[0] !== 'LOCA_ID')
    faults.push(`${name}: LOCA_ID is not the first heading (rule 7)`);
  else if (sampled && !inOrder(heading, LEADING)) faults.push(`${name}: order of headings (rule 7)`);
  return faults.map((what) => ({ what, line }));
}

/** What the rules compare over the whole file: distinct values with the line they were met first. */
export type Seen = {
  units: Map<string, number>;
  types: Map<string, number>;
  /** `HEADING\tcode` of pick lists. */
  codes: Map<string, number>;
  holes: Map<string, number>;
  samples: Map<string, number>;
  /** What UNIT, TYPE, ABBR, LOCA and SAMP define. */
  defined: {
    units: Set<string>;
    types: Set<string>;
    codes: Set<string>;
    holes: Set<string>;
    samples: Set<string>;
  };
};

export const nothingSeen = (): Seen => ({
  units: new Map(),
  types: new Map(),
  codes: new Map(),
  holes: new Map(),
  samples: new Map(),
  defined: { units: new Set(), types: new Set(), codes: new Set(), holes: new Set(), samples: new Set() },
});

function missing(used: Map<string, number>, defined: Set<string>, text: (value: string) => string): Fault[] {
  const faults: Fault[] = [];
  for (const [value, line] of used) {
    if (value !== '' && !defined.has(value)) faults.push({ what: text(value), line });
    if (faults.length > 5) break;
  }
  return faults;
}

/** Rules 10c, 15, 16 and 17: what is used must be defined. */
export function referenceFaults(seen: Seen): Fault[] {
  const { units, types, codes, holes, samples, defined } = seen;
  return [
    // Without the group itself that is what is said, once.
    ...(defined.units.size > 0
      ? missing(units, defined.units, (value) => `unit ${value} is not in UNIT (rule 15)`)
      : []),
    ...(defined.types.size > 0
      ? missing(types, defined.types, (value) => `type ${value} is not in TYPE (rule 17)`)
      : []),
    ...missing(codes, defined.codes, (value) => `${value.replace('\t', ' ')} is not in ABBR (rule 16)`),
    ...missing(holes, defined.holes, (value) => `LOCA_ID ${value} is not in LOCA (rule 10c)`),
    ...missing(samples, defined.samples, (value) => `sample ${value} is not in SAMP (rule 10c)`),
  ];
}
