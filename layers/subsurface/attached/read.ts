import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { Attachment } from '@geoarchive/domain/subsurface/hole.ts';
import { latin } from '@geoarchive/formats/core/bytes.ts';
import { paged } from '@geoarchive/formats/core/paged.ts';
import type { Found } from '@geoarchive/formats/core/reader.ts';
import { readLis } from '@geoarchive/formats/dlis/lis.ts';
import { readDlis } from '@geoarchive/formats/dlis/read.ts';
import { readSegy } from '@geoarchive/formats/segy/read.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { sha256Of } from '../digest.ts';
import { emptyPart, type Part, remarkList, remarkOf } from '../part.ts';
import { formatSaid as said } from '../texts.ts';
import { explicitRecords, objectSet } from './rp66.ts';

/** A digest is made of the whole file at once: beyond this it would not fit a browser's memory. */
const most = 1024 * 1024 * 1024;
const attachedTexts = {
  large: said(
    'error',
    'attachment-too-large',
    '文件超过 1 GB，未作为附件登记。',
    'The file is over 1 GB and was not taken as an attachment.',
    '随档案整体汇交该文件。',
    'Deposit the file with its dossier.',
  ),
} as const;

type Facts = Attachment['facts'];
const factsOf = (metadata: Found['metadata']): Facts =>
  Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]): [string, string | number][] => {
      if (typeof value === 'number' && Number.isFinite(value)) return [[key, value]];
      if (typeof value === 'boolean') return [[key, value ? 'yes' : 'no']];
      return typeof value === 'string' && value !== '' ? [[key, value.slice(0, 1000)]] : [];
    }),
  );

/** What origins, frames and channels of a DLIS file say. */
const dlisFacts = async (source: Source): Promise<Record<string, string | number>> => {
  const head = latin(await source.read(0, Math.min(source.size, 500)));
  const start = /[ \d]{4}V1\.\d\dRECORD/.exec(head)?.index ?? 0;
  const facts: Record<string, string | number> = {};
  const channels: string[] = [];
  let frames = 0;
  for await (const record of explicitRecords(source, start + 80)) {
    const set = objectSet(record);
    if (set?.type === 'ORIGIN')
      for (const { values } of set.objects)
        for (const [label, [value]] of values)
          if (value !== undefined && value !== '' && facts[label.toLowerCase()] === undefined)
            facts[label.toLowerCase()] = typeof value === 'string' ? value.trim().slice(0, 1000) : value;
    if (set?.type === 'FRAME') frames += set.objects.length;
    if (set?.type === 'CHANNEL') channels.push(...set.objects.map(({ name }) => name));
  }
  return {
    ...facts,
    frames,
    channels: channels.length,
    ...(channels.length === 0 ? {} : { channelNames: channels.join(', ').slice(0, 1000) }),
  };
};

const words = (value: string | number | undefined, length: number): string | undefined => {
  const text = String(value ?? '')
    .trim()
    .slice(0, length);
  return text === '' ? undefined : text;
};

type Kind = 'dlis' | 'lis' | 'segy';
const formats: Readonly<Record<Kind, { name: string; read: typeof readDlis }>> = {
  dlis: { name: 'DLIS', read: readDlis },
  lis: { name: 'LIS 79', read: readLis },
  segy: { name: 'SEG-Y', read: readSegy },
};

/** A file that is kept beside a hole, not taken apart: DLIS, LIS 79 and SEG-Y with what their heads say. */
export const readAttached = async (given: Source, kind: Kind): Promise<Part> => {
  const { name, read } = formats[kind];
  const part = emptyPart(given.name, name);
  const tell = remarkList(part.remarks, part.wrong);
  const place = { file: given.name };
  if (given.size > most) {
    tell(remarkOf(attachedTexts.large, place));
    return part;
  }
  const source = paged(given);
  const { problems, metadata } = await read({
    source,
    siblings: undefined,
    characterMaps: undefined,
    checkTime: () => undefined,
  });
  for (const { code, message, at } of problems)
    tell({
      severity: 'warning',
      code: `${kind}-${code}`,
      ...place,
      message: at === undefined ? message : { zh: `${message.zh}（${at}）`, en: `${message.en} (${at})` },
      remedy: { zh: '请检查文件是否完整。', en: 'See whether the file is whole.' },
    });
  const facts = kind === 'dlis' ? { ...factsOf(metadata), ...(await dlisFacts(source)) } : factsOf(metadata);
  const wells = [words(facts['well-name'], 60), words(facts['well-id'], 60)].filter(
    (well) => well !== undefined,
  );
  part.attachments.push({
    place,
    names: wells,
    attachment: {
      file: given.name.replace(/^.*[/\\]/, '').slice(-255),
      format: name,
      bytes: given.size,
      sha256: await sha256Of(new Uint8Array(await given.read(0, given.size))),
      facts,
    },
  });
  if (wells.length > 0) {
    const said: { [K in keyof HoleHeader]?: HoleHeader[K] | undefined } = {
      unifiedNumber: words(facts['well-id'], 60),
      block: words(facts['field-name'], 100),
    };
    const values = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    part.headers.push({ place, names: wells, values: { ...values, holeType: 'oil-gas' }, lesser: true });
  }
  return part;
};
