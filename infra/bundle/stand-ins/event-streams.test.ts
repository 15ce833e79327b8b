import { expect, test } from '@jest/globals';
import {
  EventStreamSerde,
  eventStreamSerdeProvider,
  resolveEventStreamSerdeConfig,
} from './event-streams.ts';

test('clients are made as ever; whoever does use an event stream is told', () => {
  const config = { region: 'eu-test-1' };
  expect(resolveEventStreamSerdeConfig(config)).toBe(config);
  expect(() => eventStreamSerdeProvider().serialize()).toThrow('left out of the bundles');
  expect(() => EventStreamSerde()).toThrow('left out of the bundles');
});
