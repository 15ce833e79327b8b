import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../template/json.ts';
import { createModel } from '../template/model.ts';
import { LOCAL_PLACE } from '../template/place.ts';
import { definitions } from './definition.ts';
import { environmentOf } from './environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'definition-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'code'));
writeFileSync(join(folder, 'code', 'index.mjs'), '');
mkdirSync(join(folder, 'layer', 'assets'), { recursive: true });

const read = (properties: JsonObject = {}, metadata: JsonObject = {}) =>
  definitions(
    createModel({
      place: LOCAL_PLACE,
      endpoint: 'http://127.0.0.1:1',
      assembly: {
        assets: new Map([
          ['code.zip', join(folder, 'code')],
          ['layer.zip', join(folder, 'layer')],
        ]),
        stacks: new Map([
          [
            's',
            {
              Resources: {
                R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } },
                L: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Key: 'layer.zip' } } },
                F: {
                  Type: 'AWS::Lambda::Function',
                  Metadata: metadata,
                  Properties: {
                    Code: { S3Key: 'code.zip' },
                    Handler: 'index.handler',
                    Role: { 'Fn::GetAtt': ['R', 'Arn'] },
                    Layers: [{ Ref: 'L' }],
                    ...properties,
                  },
                },
              },
            },
          ],
        ]),
      },
    }),
  );
const around = {
  region: 'r',
  endpoint: 'http://e',
  clockFile: '/clock.json',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
};

describe('a function of the stacks', () => {
  test('is found with its bundle, role and layers', () => {
    expect(read({ Timeout: 28, MemorySize: 512 }, { GeoArchive: { name: 'inspect' } })).toEqual([
      expect.objectContaining({
        name: 'inspect',
        file: join(folder, 'code', 'index.mjs'),
        exported: 'handler',
        roleName: 'r',
        timeoutMs: 28_000,
        memoryMb: 512,
        layers: [join(folder, 'layer')],
      }),
    ]);
  });
  test('goes by its physical name when its metadata gives none', () => {
    expect(read()[0]?.name).toMatch(/^s-F-[0-9a-f]{12}$/);
  });
  test('without its bundle is an error that names it', () => {
    expect(() => read({ Code: { S3Key: 'gone.zip' } })).toThrow('gone.zip');
    expect(() => read({ Handler: 'other.handler' })).toThrow('other.mjs');
  });
});

describe('the environment', () => {
  const environment = (Variables: JsonObject) =>
    read({ Environment: { Variables } }).map((definition) => environmentOf(definition, around))[0];
  test('holds what the template and Lambda give, and nothing of this machine', () => {
    const found = environment({ TABLE_NAME: 't', NODE_OPTIONS: '--enable-source-maps' });
    expect(found).toMatchObject({
      TABLE_NAME: 't',
      AWS_REGION: 'r',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_ENDPOINT_URL: 'http://e',
      LOCAL_CLOCK_FILE: '/clock.json',
    });
    expect(found).not.toHaveProperty('NODE_OPTIONS');
    expect(found).not.toHaveProperty('PATH');
    expect(found).not.toHaveProperty('HOME');
  });
  test('leads from /opt to the layer that holds it', () => {
    expect(environment({ ASSETS_DIR: '/opt/assets', OTHER: '/opt/none' })).toMatchObject({
      ASSETS_DIR: join(folder, 'layer', 'assets'),
      OTHER: '/opt/none',
    });
  });
});
