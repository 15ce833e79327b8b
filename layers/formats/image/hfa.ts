import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

const NODES = 20_000;

/** ERDAS Imagine: walks the tree of nodes; nodes and data beyond the end mean a file cut short. */
export async function readHfa({ source, checkTime }: Reading): Promise<Found> {
  const head = await readBuffer(source, 16, 4);
  const header = await readBuffer(source, head.readUInt32LE(0), 18);
  const problems: Problem[] = [];
  const layers: string[] = [];
  const seen = new Set<number>();
  const queue = [header.readUInt32LE(8)];
  while (queue.length > 0 && seen.size < NODES && problems.length === 0) {
    checkTime();
    const at = queue.pop() ?? 0;
    if (at === 0 || seen.has(at)) continue;
    seen.add(at);
    const node = await readBuffer(source, at, 120);
    if (node.length < 120) {
      problems.push(problem('truncated', { what: 'node', expected: at + 120, size: source.size }));
      break;
    }
    const [next, , , child, data, size] = [0, 4, 8, 12, 16, 20].map((place) => node.readUInt32LE(place));
    if ((data ?? 0) + (size ?? 0) > source.size)
      problems.push(
        problem('truncated', {
          what: 'data of a node',
          expected: (data ?? 0) + (size ?? 0),
          size: source.size,
        }),
      );
    const text = (from: number, to: number) => node.toString('latin1', from, to).split('\0', 1)[0] ?? '';
    if (text(88, 120) === 'Eimg_Layer') layers.push(text(24, 88));
    queue.push(child ?? 0, next ?? 0);
  }
  return { problems, metadata: { bands: layers.length, layers } };
}
