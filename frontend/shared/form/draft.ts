/** Where drafts are kept; tests give their own. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'geoarchive.draft.';

/** Keeps a form's values while they are being filled in, so that a closed window loses nothing. */
export const createDraft = (name: string, store: DraftStore) => ({
  read(): Record<string, unknown> | undefined {
    try {
      const value: unknown = JSON.parse(store.getItem(prefix + name) ?? 'null');
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    } catch {
      return undefined; // a draft nobody can read is no draft
    }
  },
  write(values: Record<string, unknown>): boolean {
    try {
      store.setItem(prefix + name, JSON.stringify(values));
      return true;
    } catch {
      return false; // the browser's storage is full or closed
    }
  },
  clear(): void {
    store.removeItem(prefix + name);
  },
});
