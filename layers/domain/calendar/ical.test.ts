import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { addDays } from '../dates.ts';
import { type CalendarEntry, escapeText, foldLine, writeCalendar } from './ical.ts';

/** Everything that people may write, with what is special in a calendar made likely. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\', ';', ',', '\n', '\r\n', ':', '"', '金矿', '😀', ' '),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));
/** What of a text can be said: without control characters and halves of pairs, line breaks as one. */
const sayable = (text: string): string =>
  text
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\n\P{Cc}]|\p{Cs}/gu, '');

const entry: CalendarEntry = {
  uid: 'task-1@test',
  day: '2026-12-31',
  summary: '汇交到期：某地金矿普查, 第一期; 甲\\乙',
  description: '任务 RW-1\n全国地质资料馆',
  remindDays: [30, 7, 1, 0],
};
const fileOf = (entries: CalendarEntry[]) =>
  writeCalendar({
    name: '汇交任务',
    description: 'd',
    stamp: new Date('2026-11-24T00:00:00Z'),
    refreshHours: 6,
    entries,
  });
const read = (text: string) => new ICAL.Component(ICAL.parse(text));

describe('a calendar', () => {
  test('is read back by another’s parser, all of it', () => {
    const calendar = read(fileOf([entry]));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('汇交任务');
    const [component] = calendar.getAllSubcomponents('vevent');
    if (component === undefined) throw new Error('no event');
    const event = new ICAL.Event(component);
    expect([event.uid, event.summary, event.description]).toEqual([
      entry.uid,
      entry.summary,
      entry.description,
    ]);
    expect([event.startDate.toString(), event.endDate.toString(), event.startDate.isDate]).toEqual([
      '2026-12-31',
      '2027-01-01',
      true,
    ]);
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-24T00:00:00Z');
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = ICAL.Duration.fromString(String(alarm.getFirstPropertyValue('trigger')));
      return [trigger.toSeconds() / 3600, alarm.getFirstPropertyValue('action')];
    });
    // Hours from midnight of the day: nine in the morning, 30, 7, 1 and no days before.
    expect(alarms).toEqual([30, 7, 1, 0].map((days) => [9 - 24 * days, 'DISPLAY']));
  });

  test('has lines of at most 75 octets that end in CRLF, and no line that text began', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const text = fileOf([{ ...entry, summary, description }]);
        expect(text.endsWith('\r\n')).toBe(true);
        const lines = text.slice(0, -2).split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\0]/);
          expect(Buffer.from(line).toString('utf8')).toBe(line);
        }
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
        expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
      }),
    );
  });

  test('says any text as it was', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const [component] = read(fileOf([{ ...entry, summary, description }])).getAllSubcomponents('vevent');
        expect(component?.getFirstPropertyValue('summary') ?? '').toBe(sayable(summary));
        expect(component?.getFirstPropertyValue('description') ?? '').toBe(sayable(description));
      }),
    );
  });

  test('says any day as that day and the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (n) => {
        const day = addDays('2000-01-01', n);
        const [component] = read(fileOf([{ ...entry, day }])).getAllSubcomponents('vevent');
        expect(String(component?.getFirstPropertyValue('dtstart'))).toBe(day);
        expect(String(component?.getFirstPropertyValue('dtend'))).toBe(addDays(day, 1));
      }),
    );
  });
});

test('unfolding a folded line gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (line) => {
      expect(foldLine(line).replaceAll('\r\n ', '')).toBe(line);
    }),
  );
  expect(escapeText('a,b;c\\d\ne')).toBe('a\\,b\\;c\\\\d\\ne');
});
