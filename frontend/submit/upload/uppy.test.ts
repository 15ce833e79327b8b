import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Uppy from '@uppy/core';
import type { UploadPorts } from './ports.ts';
import { readReason } from './reason.ts';
import { attachUploader, type DepositUppy, quiet, waitAgain } from './uppy.ts';

let puts: string[];
let beforePut: (key: string, signal: AbortSignal) => Promise<void>;
let uppy: DepositUppy;
const there = new Set<string>();

const ports: UploadPorts = {
  register: async (files) => ({
    files: files
      .filter(({ path }) => path !== 'bad')
      .map(({ path }) => ({ no: path.charCodeAt(0), path, uploaded: there.has(path) })),
    refused: files
      .filter(({ path }) => path === 'bad')
      .map(({ path }) => ({ path, code: 'c', message: { zh: '不行', en: 'no' } })),
  }),
  listParts: async () => ({ partBytes: 8, partCount: 1, uploaded: false, parts: [] }),
  sign: async (parts) =>
    parts.map(({ no, part }) => ({
      no,
      part,
      url: String.fromCharCode(no),
      headers: {},
      offset: 0,
      length: 0,
    })),
  complete: async () => undefined,
  sha256: async () => 'x',
  crc64: async () => 'x',
  put: async ({ url }, _blob, _onBytes, signal) => {
    await beforePut(url, signal);
    signal.throwIfAborted();
    puts.push(url);
    there.add(url);
  },
  wait: async () => undefined,
};

const add = (...paths: string[]) =>
  uppy.addFiles(
    paths.map((path) => ({
      name: path,
      data: new Blob([path]),
      meta: { relativePath: path },
      source: 'test',
    })),
  );
const settled = () => new Promise<void>((done) => setTimeout(done, 20));

beforeEach(() => {
  puts = [];
  there.clear();
  beforePut = async () => undefined;
  uppy = new Uppy({ id: 'test', logger: quiet });
  attachUploader(uppy, ports);
});

afterEach(() => uppy.destroy());

describe('the uploader behind Uppy', () => {
  test('sends what was added and marks it complete', async () => {
    add('a', 'b');
    const result = await uppy.upload();
    expect(puts.sort()).toEqual(['a', 'b']);
    expect(result?.successful).toHaveLength(2);
  });

  test('a refused file fails with its reason, the others go up', async () => {
    add('a', 'bad');
    const result = await uppy.upload();
    expect(result?.successful?.map(({ name }) => name)).toEqual(['a']);
    expect(readReason(result?.failed?.[0]?.error ?? '')).toEqual({ zh: '不行', en: 'no' });
  });

  test('pausing stops, resuming sends only what is missing', async () => {
    let stuck = true;
    beforePut = (key, signal) =>
      new Promise((done, fail) => {
        if (key !== 'b' || !stuck) return done();
        signal.addEventListener('abort', () => fail(signal.reason), { once: true });
      });
    add('a', 'b');
    const running = uppy.upload();
    await settled();
    expect(puts).toEqual(['a']);
    uppy.pauseAll();
    await settled();
    stuck = false;
    uppy.resumeAll();
    expect((await running)?.successful).toHaveLength(2);
    expect(puts).toEqual(['a', 'b']);
  });

  test('what came back after a restart waits, and goes up when chosen again', async () => {
    add('a', 'b');
    for (const { id, progress } of uppy.getFiles()) {
      const started = { ...progress, uploadStarted: 1, bytesUploaded: 1, bytesTotal: 1 };
      uppy.setFileState(id, { progress: started, isGhost: true, data: undefined } as never); // as the retriever leaves them
    }
    const ids = uppy.getFiles().map(({ id }) => id);
    uppy.setState({ currentUploads: { old: { fileIDs: ids, step: 0, result: {} } } });
    waitAgain(uppy);
    add('a', 'b');
    expect((await uppy.upload())?.successful).toHaveLength(2);
    expect(puts.sort()).toEqual(['a', 'b']);
  });

  test('calling it off while paused ends the upload', async () => {
    beforePut = (_key, signal) =>
      new Promise((_done, fail) =>
        signal.addEventListener('abort', () => fail(signal.reason), { once: true }),
      );
    add('a');
    const running = uppy.upload();
    await settled();
    uppy.pauseAll();
    await settled();
    uppy.cancelAll();
    await running;
    expect(puts).toEqual([]);
    expect(uppy.getFiles()).toEqual([]);
  });
});
