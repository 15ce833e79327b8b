import { execFileSync } from 'node:child_process';

export type Usage = {
  /** Resident memory in bytes. */ rss: number /** Processor time in seconds. */;
  cpu: number;
};
type Line = { pid: number; parent: number; rss: number; cpu: number };

/** `[[dd-]hh:]mm:ss[.ff]` in seconds. */
export const secondsOf = (time: string): number => {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  const parts = (clock ?? '').split(':').map(Number);
  return Number(days) * 86_400 + parts.reduce((sum, part) => sum * 60 + part, 0);
};

const lines = (): Line[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', rss = '', time = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), rss: Number(rss) * 1024, cpu: secondsOf(time) };
    });

/** Memory and processor time of a process and everything below it (engines, Java). */
export const usageOf = (root: number): Usage => {
  const all = lines();
  const wanted = new Set([root]);
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all
    .filter(({ pid }) => wanted.has(pid))
    .reduce((sum, { rss, cpu }) => ({ rss: sum.rss + rss, cpu: sum.cpu + cpu }), { rss: 0, cpu: 0 });
};
