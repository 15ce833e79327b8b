import { addDays, type Day } from '../dates.ts';

/** A day in somebody's calendar, with reminders so many days before it, at nine in the morning. */
export type CalendarEntry = {
  /** The same for as long as the thing exists: by it calendars know an entry again. */
  uid: string;
  day: Day;
  summary: string;
  description: string;
  remindDays: readonly number[];
};
export type CalendarFile = {
  name: string;
  description: string;
  /** When the entries were so: the DTSTAMP of each. */
  stamp: Date;
  /** How often calendars should ask again. */
  refreshHours: number;
  entries: readonly CalendarEntry[];
};

/**
 * TEXT of RFC 5545 §3.3.11: backslash, semicolon, comma and line break escaped. Other control characters cannot be said and are
 * left out (§3.1).
 */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\t' ? ' ' : ''));

const lineOctets = 75;
const encoder = new TextEncoder();

/** A content line in pieces of at most 75 octets (§3.1), never parting a character; a piece after the first begins with a space. */
export const foldLine = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > lineOctets) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
};

const compact = (day: Day): string => day.replaceAll('-', '');
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const alarm = (summary: string, days: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${summary}`,
  // From midnight at the beginning of the day: nine in the morning, so many days before.
  days === 0 ? 'TRIGGER:PT9H' : `TRIGGER:-P${days - 1}DT15H`,
  'END:VALARM',
];

const entryLines = (entry: CalendarEntry, stamp: Date): string[] => {
  const summary = escapeText(entry.summary);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;VALUE=DATE:${compact(entry.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(entry.day, 1))}`,
    `SUMMARY:${summary}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
    'TRANSP:TRANSPARENT',
    ...entry.remindDays.flatMap((days) => alarm(summary, days)),
    'END:VEVENT',
  ];
};

/** A calendar as RFC 5545 has it (`text/calendar`): days without a time, so the same day in every zone. */
export const writeCalendar = ({ name, description, stamp, refreshHours, entries }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//GeoArchive//Calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-CALDESC:${escapeText(description)}`,
    // RFC 7986, and what older programs look for.
    `NAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
