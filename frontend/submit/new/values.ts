import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { depositInput } from '@geoarchive/contract/deposits.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { isStateSecret, type Secrecy } from '@geoarchive/domain/secrecy.ts';
import type * as z from 'zod';

export type DepositInput = z.input<typeof depositInput>;

export type BoxFields = { west?: number; south?: number; east?: number; north?: number };

/** What the form holds: as the contract's input, with the box as four fields and regions as texts. */
export type FormValues = Omit<Partial<DepositInput>, 'bbox' | 'regions'> & {
  box?: BoxFields;
  regionTexts?: string[];
};

/** What a new form says already. */
export const emptyForm: FormValues = {
  dataKind: 'result',
  language: '中文',
  copyright: 'consented',
  earlyConsent: false,
};

const given = <T extends object>(values: T): T =>
  // Empty fields of a form are '' or undefined; the contract wants them left out. The rest keeps its type.
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  ) as T;

const regionPattern = /^\s*(\d{6})\s*(.+?)\s*$/;

/** `420000 湖北省` as code and name; undefined when it is something else. */
export const regionOf = (text: string): { code: string; name: string } | undefined => {
  const [, code, name] = regionPattern.exec(text.normalize('NFKC')) ?? [];
  return code === undefined || name === undefined ? undefined : { code, name };
};

const boxOf = (box: BoxFields | undefined): DepositInput['bbox'] => {
  const { west, south, east, north } = box ?? {};
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  return [west, south, east, north];
};

/** The form's values as the API takes them; a stub goes along with a state secret only. */
export const toInput = (values: FormValues, secrecy: Secrecy): DepositInput => {
  const { box, regionTexts, stub, ...rest } = values;
  return given({
    ...rest,
    secrecy,
    bbox: boxOf(box),
    regions: (regionTexts ?? []).map(regionOf).filter((region) => region !== undefined),
    stub: isStateSecret(secrecy) ? stub : undefined,
    // The form's own rules require what the contract requires; the API checks it again and its faults are shown.
  } as DepositInput);
};

/** A deposit's values for the form. */
export const toForm = (of: Deposit): FormValues => {
  const [west, south, east, north] = of.bbox ?? [];
  const { bbox: _box, regions, ...rest } = depositInput.parse(of);
  return given({
    ...rest,
    regionTexts: regions.map(({ code, name }) => `${code} ${name}`),
    box: given({ west, south, east, north }) as BoxFields, // undefined corners were just left out
  });
};

/** What a task already says about its deposit. */
export const fromTask = (task: Task): FormValues =>
  given({
    taskId: task.id,
    title: task.name,
    source: task.source,
    node: task.node,
    licenceNumber: task.licenceNumber,
    licenceEnd: task.licenceEnd,
  });
