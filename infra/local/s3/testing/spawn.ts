import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { KEYS, REGION } from './server.ts';

export type ChildS3 = {
  client: S3Client;
  /** Peak resident memory of the process so far, in bytes. */
  peakMemory(): Promise<number>;
  /** `kill -9` */
  kill(): Promise<void>;
};

/** Starts a local S3 in a process of its own on the given folder. */
export async function spawnS3(dataDir: string): Promise<ChildS3> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const nextLine = async (): Promise<string> => {
    const [line] = await once(lines, 'line');
    return String(line);
  };
  const endpoint = await nextLine();
  const client = new S3Client({
    endpoint,
    region: REGION,
    credentials: KEYS,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    client,
    async peakMemory() {
      const answer = nextLine();
      child.stdin.write('\n');
      return Number(await answer);
    },
    async kill() {
      client.destroy();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
