/** Splits one line into cells (RFC 4180): quotes protect delimiters, a doubled quote is a quote. */
export function splitRow(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (line[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  cells.push(cell);
  return cells;
}

/** True when a quote is open at the end of the line, so that the row goes on in the next. */
export function endsQuoted(line: string, delimiter: string, open: boolean): boolean {
  if (!line.includes('"')) return open;
  let quoted = open;
  let atStart = !open;
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (char === '"') {
      if (quoted && line[i + 1] === '"') i++;
      else if (quoted) quoted = false;
      else if (atStart) quoted = true;
      atStart = false;
    } else if (!quoted) atStart = char === delimiter || (atStart && char === ' ');
  }
  return quoted;
}
