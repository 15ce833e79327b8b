import type { Client } from '@geoarchive/contract/client.ts';
import { cases, type service } from '@geoarchive/contract/routes.ts';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Uploads evidence, each file by a PUT signed with its SHA-256; gives the ids that a letter then names. */
export const sendEvidence = async (
  api: Client,
  files: readonly File[],
  route: typeof cases.signEvidence | typeof service.signUseEvidence = cases.signEvidence,
): Promise<string[]> => {
  if (files.length === 0) return [];
  const announced = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      size: file.size,
      sha256: hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
    })),
  );
  const { files: signed } = await api.call(route, { body: { files: announced } });
  await Promise.all(
    signed.map(async ({ url, headers }, at) => {
      const body = files[at];
      if (body === undefined) return;
      const done = await fetch(url, { method: 'PUT', headers, body });
      if (!done.ok) throw new Error(`${body.name}: HTTP ${done.status}`);
    }),
  );
  return signed.map(({ id }) => id);
};
