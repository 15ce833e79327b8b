import type { Inspection, InspectionResults } from '@geoarchive/contract/custody-inspections.ts';

/** What an inspector has noted on this device. */
export type Kept = {
  /** As it was on the server when it was loaded or last synchronised. */
  inspection: Inspection;
  results: InspectionResults;
  /** Of the next synchronisation: it changes whenever something is noted, so that the same content is sent under one id. */
  sync: string;
  changed: boolean;
};
export type KeptPhoto = { id: string; inspection: string; name: string; blob: Blob };

const names = { inspections: 'inspections', photos: 'photos' } as const;

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('geoarchive-custody', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(names.inspections);
      asked.result.createObjectStore(names.photos, { keyPath: 'id' }).createIndex('inspection', 'inspection');
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** One transaction on one store; what it gives is there once everything is written. */
const within = async <T>(
  name: keyof typeof names,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const asked = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

/** Inspections under way and their photos, in this browser's database: they outlive the page, the browser and the network. */
export const deviceStore = {
  read: (id: string) =>
    // Nothing else writes to this store.
    within<Kept | undefined>('inspections', 'readonly', (store) => store.get(id)),
  write: (id: string, kept: Kept) => within('inspections', 'readwrite', (store) => store.put(kept, id)),
  putPhoto: (photo: KeptPhoto) => within('photos', 'readwrite', (store) => store.put(photo)),
  photos: (inspection: string) =>
    within<KeptPhoto[]>('photos', 'readonly', (store) => store.index('inspection').getAll(inspection)),
  async forget(id: string): Promise<void> {
    for (const photo of await deviceStore.photos(id))
      await within('photos', 'readwrite', (store) => store.delete(photo.id));
    await within('inspections', 'readwrite', (store) => store.delete(id));
  },
};
