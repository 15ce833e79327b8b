import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineContract } from '../testing/contract.ts';
import { memoryStore } from '../testing/memory-store.ts';
import { createSnapshotEngine } from './reader.ts';
import { createSnapshotWriter } from './writer.ts';

engineContract('snapshot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  const store = memoryStore();
  const engine = createSnapshotEngine({ store, folder, now: Date.now, refreshSeconds: 0 });
  return {
    engine,
    writer: createSnapshotWriter({ store, folder, now: Date.now }),
    refresh: async () => undefined,
    close: async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
});
