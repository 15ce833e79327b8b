import type { Finding } from '@geoarchive/contract/shared.ts';
import { limits } from '@geoarchive/domain/limits.ts';

/** DynamoDB's largest row; a page holds `filesPerPage` entries, and some room is left for keys and for an upload id set later. */
const rowBytes = 400 * 1024;
const reserved = 300;
export const entryBytes = Math.floor(rowBytes / limits.filesPerPage) - reserved;
const shownFindings = 5;
const severities = ['error', 'warning', 'info'];

/** What stands for a finding whose own words do not fit: its code and severity decide, the words are in the file's report. */
const inShort = ({ code, severity }: Finding): Finding => ({
  code: code.slice(0, 60),
  severity,
  message: { zh: '见文件报告。', en: 'See the report on the file.' },
});

/** JSON is never shorter than DynamoDB's own form of the same value. */
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * An entry as its page keeps it: the gravest findings first, at most five, in their own words while there is room, in short else. The
 * file's report holds them all. A path of 1 000 Chinese characters leaves room for two in short at least.
 */
export const fitEntry = <T extends { findings: Finding[] }>(entry: T): T => {
  const gravest = entry.findings
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .slice(0, shownFindings);
  let left = entryBytes - bytesOf({ ...entry, findings: [] });
  const findings: Finding[] = [];
  for (const finding of gravest)
    for (const form of [finding, inShort(finding)]) {
      const bytes = bytesOf(form) + 1;
      if (bytes > left) continue;
      left -= bytes;
      findings.push(form);
      break;
    }
  return { ...entry, findings };
};
