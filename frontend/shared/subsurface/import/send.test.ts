import type { Client } from '@geoarchive/contract/client.ts';
import { expect, test } from '@jest/globals';
import { type Sent, sendHoles } from './send.ts';

/** A client that notes its calls, and refuses the one it is told to once. */
const clientWith = (known: readonly string[], refused: string) => {
  const calls: string[] = [];
  let refuse = true;
  const call = async (route: { path: string }, input: { params?: object; body?: object } = {}) => {
    const { sha256, no } = { sha256: undefined, no: undefined, ...input.params };
    const name = `${route.path.split('/').slice(2, 4).join('/')} ${no ?? sha256 ?? ''}`.trim();
    calls.push(name);
    if (name === refused && refuse) {
      refuse = false;
      throw new Error('no answer');
    }
    if (route.path.endsWith('/missing')) {
      const asked: string[] = Object(input.body).sha256;
      return { missing: asked.filter((one) => !known.includes(one)) };
    }
    return { id: 'job' };
  };
  // The sender uses nothing of a client but its calls.
  return { calls, client: { call } as unknown as Client };
};
const holes = Array.from({ length: 150 }, (_, n) => ({
  header: { hole: `ZK${n}`, holeType: 'geological' as const },
}));
const curves = new Map([
  ['a', Float64Array.of(1)],
  ['b', Float64Array.of(2)],
  ['c', Float64Array.of(3)],
]);
const outgoing = { holes, curves, subject: 'a.csv', node: undefined };

test('what was sent before a call failed is not sent again', async () => {
  const { calls, client } = clientWith(['b'], 'imports/{id} 2');
  const sent: Sent = { id: 'X', curves: new Set(), batches: new Set() };
  await expect(sendHoles(client, sent, outgoing, () => undefined)).rejects.toThrow('no answer');
  expect(calls).toEqual([
    'curves/missing',
    'curves/{sha256} a',
    'curves/{sha256} c',
    'imports/{id} 1',
    'imports/{id} 2',
  ]);
  calls.length = 0;
  const steps: number[] = [];
  await sendHoles(client, sent, outgoing, ({ done }) => steps.push(done));
  expect(calls).toEqual(['imports/{id} 2', 'imports/{id}']);
  expect(steps).toEqual([100, 150]);
});

test('a curve that failed is asked for again', async () => {
  const { calls, client } = clientWith([], 'curves/{sha256} b');
  const sent: Sent = { id: 'X', curves: new Set(), batches: new Set() };
  await expect(sendHoles(client, sent, outgoing, () => undefined)).rejects.toThrow('no answer');
  calls.length = 0;
  await sendHoles(client, sent, outgoing, () => undefined);
  expect(calls.slice(0, 3)).toEqual(['curves/missing', 'curves/{sha256} b', 'curves/{sha256} c']);
});
