/**
 * A spreadsheet runs a CSV cell that begins with one of these as a formula (OWASP, CSV Injection); full-width signs count in some
 * programs.
 */
const starts = String.raw`[=+\-@\t\r\n＝＋－＠]`;
const dangerous = new RegExp(`^'*${starts}`);
const neutralised = new RegExp(`^'+${starts}`);

/** The text as it may stand in a CSV: an apostrophe before what a program would run. `restored` takes it away again. */
export const neutral = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** For a workbook, where a text cell is never run: only what `restored` would shorten gets its apostrophe. */
export const kept = (text: string): string => (neutralised.test(text) ? `'${text}` : text);

/** The text without the apostrophe that keeps a program from running it. */
export const restored = (text: string): string => (neutralised.test(text) ? text.slice(1) : text);
