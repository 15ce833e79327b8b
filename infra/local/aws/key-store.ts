import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const keySchema = z.object({
  id: z.string(),
  spec: z.string(),
  usage: z.string(),
  description: z.string(),
  created: z.string(),
  state: z.enum(['Enabled', 'Disabled', 'PendingDeletion']),
  tags: z.record(z.string(), z.string()),
  aliases: z.array(z.string()),
  /** PKCS#8 PEM of a key that signs. */
  pem: z.string().optional(),
  /** 32 bytes in base64 of a key that encrypts; made when it is first used. */
  bytes: z.string().optional(),
});
export type Key = z.infer<typeof keySchema>;

export type KeyStore = {
  create(key: Omit<Key, 'id' | 'aliases' | 'state' | 'pem' | 'bytes'> & { id?: string }): Key;
  /** By id or alias name. */
  find(idOrAlias: string): Key | undefined;
  all(): readonly Key[];
  save(): void;
  privateKey(key: Key): KeyObject | undefined;
  sealingKey(key: Key): Buffer;
};

/** Keeps the keys in one file that only its owner may read. */
export function openKeyStore(file: string): KeyStore {
  mkdirSync(dirname(file), { recursive: true });
  const keys = existsSync(file) ? z.array(keySchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const parsed = new Map<string, KeyObject>();

  const store: KeyStore = {
    create({ id = randomUUID(), ...rest }) {
      const pair =
        rest.spec === 'ECC_NIST_P256' ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' }) : undefined;
      const pem = pair?.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const key: Key = { id, ...rest, state: 'Enabled', aliases: [], ...(pem ? { pem } : {}) };
      keys.push(key);
      store.save();
      return key;
    },
    find: (idOrAlias) => keys.find((key) => key.id === idOrAlias || key.aliases.includes(idOrAlias)),
    all: () => keys,
    save() {
      const temporary = `${file}.new`;
      writeFileSync(temporary, JSON.stringify(keys, null, 1), { mode: 0o600 });
      chmodSync(temporary, 0o600);
      renameSync(temporary, file);
    },
    sealingKey(key) {
      if (key.bytes === undefined) {
        key.bytes = randomBytes(32).toString('base64');
        store.save();
      }
      return Buffer.from(key.bytes, 'base64');
    },
    privateKey(key) {
      const known = parsed.get(key.id);
      if (known || !key.pem) return known;
      const made = createPrivateKey(key.pem);
      parsed.set(key.id, made);
      return made;
    },
  };
  return store;
}
