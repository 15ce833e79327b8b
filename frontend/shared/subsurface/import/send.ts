import type { Client } from '@geoarchive/contract/client.ts';
import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { holes as routes } from '@geoarchive/contract/routes.ts';
import { batchesOf, packedCurve } from './batches.ts';

/** What of an import was sent so far: after a call that failed it goes on from there, into the same import. */
export type Sent = { id: string; curves: Set<string>; batches: Set<number> };
export type Outgoing = {
  holes: readonly HoleInput[];
  curves: ReadonlyMap<string, Float64Array>;
  subject: string;
  node: string | undefined;
};
export type Step = { of: 'curves' | 'holes'; done: number; total: number };

const perQuestion = 500;
/** Curves that the archive does not have yet: what was sent once, in whatever import, is not sent again. */
const missing = async (client: Client, names: readonly string[]): Promise<string[]> => {
  const wanted: string[] = [];
  for (let at = 0; at < names.length; at += perQuestion) {
    const reply = await client.call(routes.missingHoleCurves, {
      body: { sha256: names.slice(at, at + perQuestion) },
    });
    wanted.push(...reply.missing);
  }
  return wanted;
};

const sendCurves = async (
  client: Client,
  sent: Sent,
  curves: Outgoing['curves'],
  onStep: (step: Step) => void,
): Promise<void> => {
  const open = [...curves.keys()].filter((sha256) => !sent.curves.has(sha256));
  const wanted = await missing(client, open);
  for (const [at, sha256] of wanted.entries()) {
    const values = curves.get(sha256);
    if (values === undefined) continue;
    await client.call(routes.putHoleCurve, {
      params: { sha256 },
      body: { values: await packedCurve(values) },
    });
    sent.curves.add(sha256);
    onStep({ of: 'curves', done: at + 1, total: wanted.length });
  }
  for (const sha256 of open) sent.curves.add(sha256);
};

/**
 * Sends curves, then holes batch by batch, then starts the job that brings them in: before that nothing is in the archive. What `sent` says was
 * sent is left out.
 */
export const sendHoles = async (
  client: Client,
  sent: Sent,
  { holes, curves, subject, node }: Outgoing,
  onStep: (step: Step) => void,
): Promise<Job> => {
  await sendCurves(client, sent, curves, onStep);
  const batches = batchesOf(holes);
  let done = 0;
  for (const [at, some] of batches.entries()) {
    const no = at + 1;
    if (!sent.batches.has(no)) {
      await client.call(routes.putHoleBatch, { params: { id: sent.id, no }, body: { holes: some } });
      sent.batches.add(no);
    }
    done += some.length;
    onStep({ of: 'holes', done, total: holes.length });
  }
  return client.call(routes.startHoleImport, {
    params: { id: sent.id },
    body: { batches: batches.length, subject, ...(node === undefined ? {} : { node }) },
  });
};
