import type { DatabaseSync } from 'node:sqlite';
import { int, text } from './row.ts';

export type Pending = { id: number; target: string; body: string; attempts: number };

/** Notifications that are written with the object and removed once delivered, so that a crash loses none. */
export function outbox(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO notifications (target, body) VALUES (?, ?)');
  const ready = db.prepare('SELECT * FROM notifications WHERE due <= ? ORDER BY id LIMIT ?');
  const next = db.prepare('SELECT min(due) AS due FROM notifications');
  const drop = db.prepare('DELETE FROM notifications WHERE id = ?');
  const delay = db.prepare('UPDATE notifications SET attempts = attempts + 1, due = ? WHERE id = ?');
  return {
    add: (target: string, body: string) => insert.run(target, body),
    ready: (now: number, limit: number): Pending[] =>
      ready.all(now, limit).map((row) => ({
        id: int(row, 'id'),
        target: text(row, 'target'),
        body: text(row, 'body'),
        attempts: int(row, 'attempts'),
      })),
    /** When the next one is due (ms since the epoch); undefined when none is left. */
    nextDue(): number | undefined {
      const due = next.get()?.['due'];
      return typeof due === 'number' ? due : undefined;
    },
    delivered: (id: number) => drop.run(id),
    postpone: (id: number, until: number) => delay.run(until, id),
  };
}
