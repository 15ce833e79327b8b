import { type Fault, type Group, headingFaults, nothingSeen, referenceFaults, SAMPLE_KEY } from './rules.ts';
import { fitsType } from './values.ts';

const MARKS = new Set(['GROUP', 'HEADING', 'UNIT', 'TYPE', 'DATA']);

/** Distinct values that are remembered of one kind; beyond that a rule is no longer followed. */
const KEPT = 200_000;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  LOCA: ['LOCA_ID'],
  SAMP: SAMPLE_KEY,
  GEOL: ['LOCA_ID', 'GEOL_TOP', 'GEOL_BASE'],
  UNIT: ['UNIT_UNIT'],
  TYPE: ['TYPE_TYPE'],
  ABBR: ['ABBR_HDNG', 'ABBR_CODE'],
  DICT: ['DICT_TYPE', 'DICT_GRP', 'DICT_HDNG'],
};

/** Follows the rows of an AGS4 file (AGS4 edition 4.1.1, section 7) and collects the rules it breaks. */
export function ags4() {
  const groups: Group[] = [];
  const faults: Fault[] = [];
  const seen = nothingSeen();
  const keys = new Map<string, Set<string>>();
  const own = new Set<string>();
  let concatenator = '';
  let line = 0;
  const fault = (what: string, at = line) => faults.length < 40 && faults.push({ what, line: at });
  const note = (map: Map<string, number>, value: string) => {
    if (!map.has(value) && map.size < KEPT) map.set(value, line);
  };

  function close(group: Group | undefined): void {
    if (!group) return;
    if (!(group.heading.length > 0 && group.units && group.types))
      fault(`${group.name}: HEADING, UNIT, TYPE (rule 2b)`);
    if (group.rows === 0) fault(`${group.name}: no DATA (rule 2)`);
    if (group.rows > 1 && (group.name === 'PROJ' || group.name === 'TRAN'))
      fault(`${group.name}: ${group.rows} rows of DATA (rules 13, 14)`);
  }

  function open(name: string): void {
    close(groups.at(-1));
    if (!/^[A-Z][A-Z0-9]{3}$/.test(name)) fault(`group name ${name.slice(0, 20)} (rule 19)`);
    if (groups.some((group) => group.name === name)) fault(`group ${name} twice (rule 2)`);
    groups.push({ name, line, heading: [], units: undefined, types: undefined, rows: 0 });
  }

  function unique(group: Group, row: (name: string) => string): void {
    const parts = KEYS[group.name]?.filter((name) => group.heading.includes(name));
    if (!parts || parts.length === 0) return;
    const known = keys.get(group.name) ?? new Set<string>();
    keys.set(group.name, known);
    const key = parts.map(row).join('|');
    if (known.has(key)) fault(`${group.name}: ${key.slice(0, 80)} twice (rule 10a)`);
    if (known.size < KEPT) known.add(key);
  }

  function define({ name, heading }: Group, row: (name: string) => string): void {
    const { units, types, codes, holes, samples } = seen.defined;
    if (name === 'UNIT') units.add(row('UNIT_UNIT'));
    else if (name === 'TYPE') types.add(row('TYPE_TYPE'));
    else if (name === 'ABBR') codes.add(`${row('ABBR_HDNG')}\t${row('ABBR_CODE')}`);
    else if (name === 'LOCA' && holes.size < KEPT) holes.add(row('LOCA_ID'));
    else if (name === 'SAMP' && samples.size < KEPT) samples.add(SAMPLE_KEY.map(row).join('|'));
    else if (name === 'DICT') own.add(row('DICT_HDNG'));
    else if (name === 'TRAN') {
      concatenator = row('TRAN_RCON');
      for (const one of ['TRAN_DLIM', 'TRAN_RCON'])
        if (heading.includes(one) && row(one) === '') fault(`TRAN: ${one} is empty (rule 11)`);
    }
    if (name !== 'LOCA' && heading.includes('LOCA_ID')) note(seen.holes, row('LOCA_ID'));
    if (name !== 'SAMP' && SAMPLE_KEY.every((one) => heading.includes(one)))
      note(seen.samples, SAMPLE_KEY.map(row).join('|'));
  }

  function data(group: Group, values: string[]): void {
    group.rows++;
    const row = (name: string) => values[group.heading.indexOf(name)] ?? '';
    unique(group, row);
    define(group, row);
    group.types?.forEach((type, i) => {
      const value = values[i] ?? '';
      if (value === '') return;
      const heading = group.heading[i] ?? '';
      if (!fitsType(value, type, group.units?.[i] ?? ''))
        fault(`${group.name}.${heading}: ${value.slice(0, 30)} is not ${type} (rule 8)`);
      if (type === 'PA') note(seen.codes, `${heading}\t${value}`);
      else if (type === 'PU') note(seen.units, value);
      else if (type === 'PT') note(seen.types, value);
    });
  }

  /** Several codes in one cell are joined as TRAN_RCON says (rule 16b); a code may hold that sign itself. */
  function pickLists(): Map<string, number> {
    const single = new Map<string, number>();
    for (const [pair, at] of seen.codes) {
      const [heading = '', value = ''] = pair.split('\t');
      const whole = concatenator === '' || seen.defined.codes.has(pair);
      for (const code of whole ? [value] : value.split(concatenator)) single.set(`${heading}\t${code}`, at);
    }
    return single;
  }

  return {
    groups,
    fault,
    /** One row; `number` is its line. Gives the group whose DATA it was. */
    row(cells: string[], number: number): Group | undefined {
      line = number;
      const [mark = '', ...values] = cells;
      const group = groups.at(-1);
      if (!MARKS.has(mark)) fault(`row begins with ${mark.slice(0, 20)} (rule 3)`);
      else if (mark === 'GROUP') open(values[0] ?? '');
      else if (!group) fault(`${mark} before GROUP (rule 2b)`);
      else if (mark === 'HEADING') {
        if (group.heading.length > 0 || group.units || group.types || group.rows > 0)
          fault(`${group.name}: HEADING is not the second row (rule 2b)`);
        group.heading = values;
      } else {
        if (values.length !== group.heading.length)
          fault(`${group.name}: ${values.length} values, ${group.heading.length} headings (rule 4)`);
        if (mark === 'UNIT') {
          if (group.types || group.rows > 0) fault(`${group.name}: UNIT after TYPE or DATA (rule 2b)`);
          group.units = values;
          for (const unit of values) note(seen.units, unit);
        } else if (mark === 'TYPE') {
          if (!group.units || group.rows > 0)
            fault(`${group.name}: TYPE before UNIT or after DATA (rule 2b)`);
          group.types = values;
          for (const type of values) note(seen.types, type);
        } else {
          if (!group.types && group.rows === 0) fault(`${group.name}: DATA before TYPE (rule 2b)`);
          data(group, values);
          return group;
        }
      }
      return undefined;
    },
    /** Everything that can be said only at the end. */
    end(): Fault[] {
      close(groups.at(-1));
      for (const group of groups) faults.push(...headingFaults(group, own));
      const named = new Set(groups.map(({ name }) => name));
      const references = referenceFaults({ ...seen, codes: named.has('ABBR') ? pickLists() : seen.codes });
      return [...faults, ...references].sort((a, b) => a.line - b.line);
    },
  };
}
