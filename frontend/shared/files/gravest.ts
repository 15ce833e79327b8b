import type { Finding } from '@geoarchive/contract/shared.ts';

/** The gravest severity among findings. */
export const gravest = (findings: readonly Finding[]): Finding['severity'] | 'none' =>
  (['error', 'warning', 'info'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  ) ?? 'none';
