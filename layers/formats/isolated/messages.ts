import type { Inspection } from '../inspect.ts';

/** What the main thread asks the worker to inspect. `source` numbers the source it will read from. */
export type Task = {
  kind: 'inspect';
  name: string;
  size: number;
  source: number;
  siblings: boolean;
  characterMaps: string | undefined;
  seconds: number;
};

/** What the worker asks of the main thread, and its result. */
export type Request =
  | { kind: 'read'; id: number; source: number; offset: number; length: number }
  | { kind: 'sibling'; id: number; name: string }
  | { kind: 'done'; inspection: Inspection }
  | { kind: 'failed'; message: string };

/** Answers to a request by its id. */
export type Answer =
  | { kind: 'bytes'; id: number; bytes: Uint8Array }
  | { kind: 'source'; id: number; found: { name: string; size: number; source: number } | undefined }
  | { kind: 'error'; id: number; message: string };
