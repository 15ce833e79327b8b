import type { Language } from '@geoarchive/domain/text.ts';
import type { Inspection } from '@geoarchive/formats/inspect.ts';

/** What is printed of a file. */
export type Report = { path: string; bytes: number; sha256: string } & Inspection;

/** One JSON object on one line; messages in one language. */
export function jsonLine(report: Report, tongue: Language): string {
  const { path, bytes, sha256, format, valid, metadata } = report;
  const problems = report.problems.map(({ code, severity, message, at }) => ({
    code,
    severity,
    message: message[tongue],
    ...(at === undefined ? {} : { at }),
  }));
  return JSON.stringify({ path, bytes, sha256, format, valid, problems, metadata });
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];
const words = {
  zh: { good: '正常', bad: '有误', error: '错误', warning: '警告', info: '提示' },
  en: { good: 'good', bad: 'bad', error: 'error', warning: 'warning', info: 'note' },
};

/** Size for people: three figures and a unit of 1000. */
export function humanBytes(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

/** What is most worth knowing of the metadata, on one line. */
function summary(metadata: Record<string, unknown>): string {
  const keys = [
    'title',
    'wellName',
    'author',
    'pages',
    'features',
    'rows',
    'entries',
    'width',
    'height',
    'bands',
    'crs',
    'bbox',
  ];
  const shown = keys.filter(
    (key) => metadata[key] !== undefined && (key !== 'wellName' || metadata['title'] === undefined),
  );
  return shown
    .map(
      (key) =>
        `${key}=${Array.isArray(metadata[key]) ? metadata[key].join(' ') : String(metadata[key]).slice(0, 60)}`,
    )
    .join('  ');
}

/** Readable lines of a file: verdict, format, size and path; then metadata and problems. */
export function readableLines(report: Report, tongue: Language): string {
  const word = words[tongue];
  const lines = [
    `${report.valid ? word.good : word.bad}  ${report.format.id.padEnd(14)} ${humanBytes(report.bytes).padStart(8)}  ${report.path}`,
  ];
  const known = summary(report.metadata);
  if (known) lines.push(`      ${known}`);
  for (const { code, severity, message, at } of report.problems)
    lines.push(`      ${word[severity]} ${code}${at === undefined ? '' : ` [${at}]`}: ${message[tongue]}`);
  return lines.join('\n');
}
