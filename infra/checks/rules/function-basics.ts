import { perResource } from '../rule.ts';
import { at, placed } from '../template.ts';

const functions = 'AWS::Lambda::Function';

/** Lambda's defaults (3 s, 128 MB) are never what was meant. */
export const timeoutAndMemory = perResource(
  'function-timeout-memory',
  'A function says its timeout and its memory',
  (templates) => placed(templates, functions),
  ({ resource }) =>
    ['Timeout', 'MemorySize']
      .filter((name) => typeof at(resource, name) !== 'number')
      .map((name) => `has no ${name}`),
);

/** The text of its alarms, in both languages. */
export const errorImpact = perResource(
  'function-error-impact',
  'A function says what people notice when it fails, in Chinese and English',
  (templates) => placed(templates, functions),
  ({ resource }) => {
    const said = resource.Metadata?.GeoArchive?.errorImpact;
    return (['zh', 'en'] as const).filter((l) => !said?.[l]?.trim()).map((l) => `has no errorImpact in ${l}`);
  },
);
