import type { Clients } from '../../infra/local/provision/clients.ts';
import { cognitoProbes } from './probes/cognito.ts';
import { dynamodbProbes } from './probes/dynamodb.ts';
import { kmsProbes } from './probes/kms.ts';
import { messageProbes } from './probes/messages.ts';
import type { Probe } from './probes/probe.ts';
import { s3Probes } from './probes/s3.ts';
import { s3GuardProbes } from './probes/s3-guards.ts';
import { s3NotificationProbes } from './probes/s3-notifications.ts';

/** What came of one probe; `problem` says why the endpoint cannot do it. */
export type Finding = Pick<Probe, 'service' | 'name' | 'needed'> & { problem?: string };

export const probes: readonly Probe[] = [
  ...dynamodbProbes,
  ...messageProbes,
  ...s3Probes,
  ...s3NotificationProbes,
  ...s3GuardProbes,
  ...kmsProbes,
  ...cognitoProbes,
];

/** Longer than any attempt that can still succeed. */
const PATIENCE_MS = 40_000;

const told = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const text = error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
  return text.replaceAll(/\s+/g, ' ').slice(0, 200);
};

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Tries on an endpoint everything that the system asks of one, one thing after the other. Never rejects. */
export async function examine(
  clients: Clients,
  url: string,
  wanted: readonly Probe[] = probes,
  patienceMs = PATIENCE_MS,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { service, name, needed, attempt } of wanted) {
    const finding: Finding = { service, name, needed };
    await within(attempt(clients, url), patienceMs).catch((error: unknown) => {
      finding.problem = told(error);
    });
    findings.push(finding);
  }
  return findings;
}
