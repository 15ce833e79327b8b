import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelope, events, eventTypes } from '@geoarchive/contract/events.ts';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const sampleOf = (type: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${type}.json`), 'utf8'));

test('each event has a sample, and no sample is left over', () => {
  const samples = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
  expect(samples.sort()).toEqual(eventTypes.map((type) => `${type}.json`).sort());
});

describe.each(eventTypes)('%s', (type) => {
  test('its sample is such an event', () => {
    expect(envelope.parse(sampleOf(type)).type).toBe(type);
  });

  test('its data are what the schema says, with nothing more', () => {
    const { data } = envelope.parse(sampleOf(type));
    expect(events[type].data.parse(data)).toEqual(data);
  });

  test('it would not pass without one of its required fields', () => {
    const { data } = envelope.parse(sampleOf(type));
    const required = z.toJSONSchema(events[type].data, { unrepresentable: 'any' }).required ?? [];
    expect(required.length).toBeGreaterThan(0);
    for (const name of required) {
      const { [name]: _, ...rest } = z.record(z.string(), z.unknown()).parse(data);
      expect(events[type].data.safeParse(rest).success).toBe(false);
    }
  });
});
