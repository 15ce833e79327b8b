import type { Unit } from '@geoarchive/domain/reporting/report.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';

type Of = { settings: Pick<FunctionSettings, 'nodes' | 'custodians'> };

/** The units that report: archives and custodians. */
export const unitsOf = ({ settings }: Of): Unit[] => [
  ...settings.nodes,
  ...settings.custodians.map((one) => ({ ...one, kind: 'custodian' })),
];

export const unitOf = (of: Of, code: string): Unit =>
  unitsOf(of).find((unit) => unit.code === code) ?? { code, name: { zh: code, en: code } };
