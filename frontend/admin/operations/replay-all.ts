import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { operations } from '@geoarchive/contract/routes.ts';

type Reply = ReplyOf<typeof operations.replayDeadLetters>;
type Send = (ids: string[] | undefined) => Promise<Reply>;
export type Replayed = { sent: number; missing: number };

const perCall = 50;

/**
 * Sends messages back call by call and tells after each how many are done. Without ids it ends when nothing more goes, or when as
 * many went as there were: what fails again comes back meanwhile and must not be sent in a circle.
 */
export const replayAll = async (
  ids: readonly string[] | undefined,
  total: number,
  send: Send,
  onProgress: (sent: number) => void,
): Promise<Replayed> => {
  let sent = 0;
  let missing = 0;
  const one = async (some: string[] | undefined): Promise<number> => {
    const reply = await send(some);
    sent += reply.sent;
    missing += reply.missing.length;
    onProgress(sent);
    return reply.sent;
  };
  if (ids === undefined) while (sent < total && (await one(undefined)) > 0);
  else for (let at = 0; at < ids.length; at += perCall) await one(ids.slice(at, at + perCall));
  return { sent, missing };
};
