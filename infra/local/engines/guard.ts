/**
 * Runs the command given on the command line and ends it when the parent goes away, even by kill -9: the channel to
 * the parent then closes. Java knows no such tie to its parent by itself.
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
/** Ctrl-C reaches the whole group; a shell has the program ignore it, so that work in flight can end before. */
const [program, ...rest] =
  process.platform === 'win32'
    ? [command, ...args]
    : ['/bin/sh', '-c', 'trap "" INT; exec "$0" "$@"', command, ...args];
const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });

/** What the parent reads to tell a missing program from one that ended. */
const tell = (message: { error: string } | { exit: number | string }) => {
  if (process.connected) process.send?.(message);
};

child.on('error', (error: NodeJS.ErrnoException) => {
  tell({ error: error.code ?? error.message });
  process.exitCode = 1;
  process.disconnect?.();
});
child.on('exit', (code, signal) => {
  tell({ exit: code ?? signal ?? 'unknown' });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});

const end = () => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 3000).unref();
};
process.on('disconnect', end);
process.on('SIGTERM', end);
// The parent decides when to close.
process.on('SIGINT', () => undefined);
