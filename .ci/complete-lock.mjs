// Completes package-lock.json: npm leaves out optional packages of other platforms when the registry at hand does not have them,
// and `npm ci` then refuses the lock. Run it after `npm install`; it changes nothing in a complete lock.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = [
  'android',
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
  'arm',
];

/** What a platform package's name says of where it runs. */
const platform = (name) => {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    ...(cpu.length ? { cpu } : {}),
    ...(os.length ? { os } : {}),
    ...(libc.length && os.includes('linux') ? { libc } : {}),
  };
};

let added = 0;
for (const [at, of] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(of.optionalDependencies ?? {})) {
    const nested = `${at}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    const there = lock.packages[nested] ?? lock.packages[top];
    if (there !== undefined || !/^\d/.test(version) || Object.keys(platform(name)).length === 0) continue;
    lock.packages[top] = { version, ...platform(name), ...(of.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${added} optional packages added`);
