import type { Client } from '@geoarchive/contract/client.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { createCrcWorker } from './crc-worker.ts';
import { PutError, type UploadPorts } from './ports.ts';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a blob; the browser computes it on a thread of its own. */
const sha256 = async (blob: Blob): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));

/** One thread for every deposit of the page. */
const crc64 = createCrcWorker();

const codeOf = (answer: string): string | undefined => /<Code>(\w+)<\/Code>/.exec(answer)?.[1];

/** XMLHttpRequest, since `fetch` does not tell how much was sent. */
const put: UploadPorts['put'] = (signed, blob, onBytes, signal) =>
  new Promise((done, fail) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop, { once: true });
    request.upload.onprogress = (event) => onBytes(event.loaded);
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? done()
        : fail(new PutError(request.status, codeOf(request.responseText)));
    request.onerror = () => fail(new PutError(0));
    request.onabort = () => fail(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.open('PUT', signed.url);
    for (const [name, value] of Object.entries(signed.headers)) request.setRequestHeader(name, value);
    request.send(blob);
  });

const wait: UploadPorts['wait'] = (ms, signal) =>
  new Promise((done, fail) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        fail(signal.reason);
      },
      { once: true },
    );
  });

/** Uploading to one deposit from a browser. */
export const browserPorts = (api: Client, id: string): UploadPorts => ({
  register: (files, signal) => api.call(intake.registerFiles, { params: { id }, body: { files }, signal }),
  listParts: (no, signal) => api.call(intake.listParts, { params: { id, no }, signal }),
  sign: async (parts, signal) =>
    (await api.call(intake.signUploads, { params: { id }, body: { parts }, signal })).parts,
  complete: (no, crc64, signal) =>
    api.call(intake.completeUpload, { params: { id, no }, body: { crc64 }, signal }),
  sha256,
  crc64,
  put,
  wait,
});
