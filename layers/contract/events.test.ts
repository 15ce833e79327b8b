import { lifecycles } from '@geoarchive/domain/lifecycles.ts';
import { describe, expect, test } from '@jest/globals';
import { envelope, events, eventTypes, heardBy, listeners } from './events.ts';

test('every event a lifecycle raises is declared', () => {
  for (const of of lifecycles)
    for (const { event } of Object.values(of.moves)) expect(eventTypes).toContain(event);
});

describe.each(listeners)('%s', (listener) => {
  test('hears at least one event, all of one plane', () => {
    const { plane, types } = heardBy(listener);
    expect(types.length).toBeGreaterThan(0);
    expect(new Set(types.map((type) => events[type].plane))).toEqual(new Set([plane]));
  });
});

test('nothing of the archive is sent to the portal, nor the other way', () => {
  expect(heardBy('index').plane).toBe('portal');
  expect(heardBy('project').types).toEqual([
    'TaskRecorded',
    'TasksRecorded',
    'OrganisationRecorded',
    'CodeListEdited',
    'BarBegan',
    'BarEnded',
    'BarRecipientRecorded',
    'DepositReturned',
    'DocumentIssued',
    'DocumentVoided',
    'DepositAccepted',
    'CertificateIssued',
    'CaseTold',
    'ConsentAsked',
    'ConsentClosed',
    'GrantTold',
    'PublicNoticeMoved',
  ]);
});

test('an envelope has a known type, a ULID and an instant', () => {
  const good = {
    id: '01KAHZ6YB8Q5T2W9X3C7V4N6M1',
    type: 'DepositCreated',
    at: '2026-11-22T02:00:00.000Z',
    data: {},
  };
  expect(envelope.safeParse(good).success).toBe(true);
  for (const wrong of [{ id: 'x' }, { type: 'Nothing' }, { at: 'yesterday' }, { type: 'toString' }])
    expect(envelope.safeParse({ ...good, ...wrong }).success).toBe(false);
});
