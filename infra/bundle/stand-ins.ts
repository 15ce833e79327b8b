import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const folder = join(import.meta.dirname, 'stand-ins');
const exact = (name: string) => new RegExp(`^${name.replaceAll('/', '\\/')}$`);

const replaced: Record<string, string> = {
  'cls-hooked/context': join(folder, 'x-ray-context.ts'),
  '@aws-sdk/credential-provider-node': join(folder, 'credentials.ts'),
  '@smithy/core/event-streams': join(folder, 'event-streams.ts'),
};

/** What the X-Ray SDK has to trace clients of the AWS SDK, with all of `semver` and `@smithy/core`: nobody here calls it. */
const patchers = /[\\/]aws-xray-sdk-core[\\/]dist[\\/]lib[\\/]patchers[\\/]aws3?_p\.js$/;
const refusing = `const no = () => { throw new Error('Clients of the AWS SDK are not traced here'); };
module.exports = { captureAWS: no, captureAWSClient: no, captureAWSv3Client: no };`;

/** Which parameters of which AWS service a traced client would note, 10 KB. */
const traced = /[\\/]aws-xray-sdk-core[\\/]dist[\\/]lib[\\/]resources[\\/]aws_whitelist\.json$/;

const required = 'required';
/**
 * Importing `node:http` as an ES module makes Node read each of its exports, `WebSocket` among them, for which it loads its
 * whole `undici`: 40 of an API function's 200 ms of start. Asking for it by `require` does not.
 */
const requireHttp: Plugin['setup'] = (build) => {
  build.onResolve({ filter: /^(node:)?https?$/ }, ({ path, namespace }) =>
    namespace === required ? { path, external: true } : { path, namespace: required },
  );
  build.onLoad({ filter: /.*/, namespace: required }, ({ path }) => ({
    contents: `module.exports = require(${JSON.stringify(path)});`,
    loader: 'js',
  }));
};

/** pdfkit reads the colour profile of PDF/A from a file beside itself, which a bundle has not: 3 KB go into the bundle instead. */
const pdfkit = /[\\/]pdfkit[\\/]js[\\/]pdfkit(\.es)?\.js$/;
const readsProfile = /fs\.readFileSync\(`\$\{__dirname\}\/data\/(sRGB_IEC61966_2_1\.icc)`\)/;
const withProfile = (path: string): string => {
  const code = readFileSync(path, 'utf8');
  const profile = readsProfile.exec(code)?.[1];
  if (profile === undefined) throw new Error(`${path} no longer reads its colour profile as it did`);
  const held = readFileSync(join(dirname(path), 'data', profile), 'base64');
  return code.replace(readsProfile, `Buffer.from('${held}', 'base64')`);
};

/** Puts small parts in the place of heavy ones that a function in Lambda does not need; each says why in its own file. */
export const standIns: Plugin = {
  name: 'stand-ins',
  setup(build) {
    for (const [name, path] of Object.entries(replaced))
      build.onResolve({ filter: exact(name) }, () => ({ path }));
    requireHttp(build);
    build.onLoad({ filter: pdfkit }, ({ path }) => ({ contents: withProfile(path), loader: 'js' }));
    build.onLoad({ filter: traced }, () => ({ contents: '{"services":{}}', loader: 'json' }));
    build.onLoad({ filter: patchers }, () => ({ contents: refusing, loader: 'js' }));
  },
};
