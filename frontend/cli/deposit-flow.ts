import { relative, sep } from 'node:path';
import type { Client } from '@geoarchive/contract/client.ts';
import type { Deposit, depositInput } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import type { z } from 'zod';
import { walkFiles } from './inspect-files.ts';
import { type LocalFile, measure } from './local-file.ts';
import { type Progress, uploadAll } from './upload.ts';

export type Wanted = Pick<
  z.input<typeof depositInput>,
  'title' | 'dataClass' | 'source' | 'secrecy' | 'taskId'
>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The files of a folder with their paths inside it, sizes and checksums. */
export const listFolder = async (folder: string): Promise<LocalFile[]> => {
  const files: LocalFile[] = [];
  for await (const file of walkFiles([folder]))
    files.push(await measure(relative(folder, file).split(sep).join('/'), file));
  return files;
};

const unfinished = new Set<Deposit['state']>(['open', 'checking', 'checked', 'submitted']);

const decisive = ['secrecy', 'taskId', 'source', 'dataClass'] as const;
type Decisive = (typeof decisive)[number];

/** An unfinished deposit of this title that says something else than what was asked for: going on with it would be a mistake. */
export class OtherDeposit extends Error {
  readonly deposit: Deposit;
  readonly fields: readonly Decisive[];
  constructor(deposit: Deposit, fields: readonly Decisive[]) {
    super(`Deposit ${deposit.id} differs in ${fields.join(', ')}`);
    this.name = 'OtherDeposit';
    this.deposit = deposit;
    this.fields = fields;
  }
}
/**
 * The deposit that an earlier, interrupted run left under this title and with this description, else a new one. Throws OtherDeposit
 * when there is none such but one of this title with another description.
 */
const findOrStart = async (client: Client, wanted: Wanted): Promise<Deposit> => {
  let other: OtherDeposit | undefined;
  let cursor: string | undefined;
  do {
    const page = await client.call(intake.listDeposits, {
      query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    });
    for (const found of page.items) {
      if (found.title !== wanted.title || !unfinished.has(found.state)) continue;
      const fields = decisive.filter((name) => found[name] !== wanted[name]);
      if (fields.length === 0) return found;
      other ??= new OtherDeposit(found, fields);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  if (other !== undefined) throw other;
  return client.call(intake.createDeposit, { body: { ...wanted, dataKind: 'result' } });
};

const waitWhile = async (
  client: Client,
  id: string,
  state: Deposit['state'],
  tell: (deposit: Deposit) => void,
): Promise<Deposit> => {
  for (let wait = 200; ; wait = Math.min(wait * 1.5, 3000)) {
    const deposit = await client.call(intake.getDeposit, { params: { id } });
    if (deposit.state !== state) return deposit;
    tell(deposit);
    await pause(wait);
  }
};

export type Steps = { uploading: Progress; checking: (deposit: Deposit) => void };

/**
 * The whole submission, as a submitter would do it: describe, register, upload, check, hand in. Run again after an interruption it
 * goes on where it stopped. Ends with the deposit as it then is: `checked` when errors stand in the way, else handed in.
 */
export const depositFolder = async (
  client: Client,
  folder: string,
  wanted: Wanted,
  wait: boolean,
  steps: Steps,
): Promise<Deposit> => {
  const started = await findOrStart(client, wanted);
  const params = { id: started.id };
  if (started.state === 'open') {
    await uploadAll(client, started.id, await listFolder(folder), steps.uploading);
    await client.call(intake.completeDeposit, { params });
  }
  const checked = await waitWhile(client, started.id, 'checking', steps.checking);
  if (checked.state !== 'checked' && checked.state !== 'submitted') return checked;
  if ((checked.verdict?.errors ?? 0) > 0) return checked;
  const submitted =
    checked.state === 'checked' ? await client.call(intake.submitDeposit, { params }) : checked;
  return wait ? waitWhile(client, started.id, 'submitted', steps.checking) : submitted;
};
