/** What a source said before, for asking whether it says something else now. */
export type Known = { etag?: string | undefined; lastModified?: string | undefined };
export type Fetched = { bytes: Uint8Array; etag?: string; lastModified?: string };
type Ask = { url: string; token: string | undefined; known: Known; megabytes: number; seconds: number };

const pieces = async (body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`more than ${most / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Fetches a list, unless the source says that nothing changed (then `undefined`). Redirects are not followed: they could lead to
 * another host. Throws with the reason when there is no whole answer in time.
 */
export const fetchSource = async ({
  url,
  token,
  known,
  megabytes,
  seconds,
}: Ask): Promise<Fetched | undefined> => {
  const reply = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(seconds * 1000),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
      ...(known.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
    },
  });
  if (reply.status === 304) return undefined;
  if (reply.status !== 200 || reply.body === null) throw new Error(`HTTP ${reply.status}`);
  const bytes = await pieces(reply.body, megabytes * 1e6);
  const [etag, lastModified] = [reply.headers.get('etag'), reply.headers.get('last-modified')];
  return {
    bytes,
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  };
};
