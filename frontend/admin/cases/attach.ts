import type { Client } from '@geoarchive/contract/client.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { limits } from '@geoarchive/domain/limits.ts';

/** What a message or decision takes with it. */
export const mostAttached = { count: limits.attachmentsPerMessage, bytes: limits.attachmentBytes };

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    // data:type;base64,content
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });

/** Gives files to a case, one after the other since each is a large call; the ids are for the message that sends them. */
export const attach = async (api: Client, id: string, files: readonly File[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const file of files) {
    const body = { name: file.name, content: await base64Of(file) };
    ids.push((await api.call(cases.attachToCase, { params: { id }, body })).id);
  }
  return ids;
};
