/** The peer of `peers.ts`: writes the body of each PUT into the folder given. Ends when its parent lets go of it. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const [folder = '.'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = createServer((req, res) => {
  pipeline(req, createWriteStream(join(folder, (req.url ?? '/').slice(1)))).then(
    () => res.end(),
    () => res.destroy(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => process.exit(0));
