import type { Finding } from './examine.ts';
import { type Service, services } from './probes/probe.ts';

/** The local run has these in its own process and can serve them for an endpoint that cannot. */
const standIns: ReadonlySet<Service> = new Set(['s3', 'kms', 'cognito-idp']);

export type Verdict = {
  /** Served by the endpoint. */
  served: Service[];
  /** Served by the local run instead, because something needed is missing. */
  stoodIn: Service[];
  /** Needed, missing, and nothing can stand in for it: the system cannot run on this endpoint. */
  missing: Finding[];
  /** Safeguards that the services served by the endpoint lack. */
  unguarded: Finding[];
};

/** Decides from what an endpoint can do which services it serves; it is spared those in `spared`. */
export function judge(findings: readonly Finding[], spared: readonly string[] = []): Verdict {
  const wrong = spared.find((name) => ![...standIns].some((service) => service === name));
  if (wrong !== undefined)
    throw new Error(`Nothing stands in for ${wrong}: name ${[...standIns].join(', ')} with --stand-in.`);
  const isSpared = (service: Service) => spared.includes(service);
  const lacks = findings.filter(({ problem }) => problem !== undefined);
  const unfit = new Set([
    ...services.filter(isSpared),
    ...lacks.filter(({ needed }) => needed).map(({ service }) => service),
  ]);
  const served = services.filter((service) => !unfit.has(service));
  return {
    served,
    stoodIn: services.filter((service) => unfit.has(service) && standIns.has(service)),
    missing: lacks.filter(({ service, needed }) => needed && !standIns.has(service)),
    unguarded: lacks.filter(({ service, needed }) => !needed && !unfit.has(service)),
  };
}

/** The findings and what follows from them, for people. */
export function reportOf(findings: readonly Finding[], verdict: Verdict): string {
  const lines = findings.map(({ service, name, problem }) => {
    const head = `${problem === undefined ? 'yes' : 'NO '}  ${service.padEnd(12)}  ${name}`;
    return problem === undefined ? head : `${head}\n${' '.repeat(19)}${problem}`;
  });
  const list = (names: readonly string[]) => names.join(', ') || 'none';
  const named = (found: readonly Finding[]) => list(found.map(({ service, name }) => `${service}: ${name}`));
  return [
    ...lines,
    '',
    `Served by the endpoint:           ${list(verdict.served)}`,
    `Stood in by the local run:        ${list(verdict.stoodIn)}`,
    `Missing, nothing stands in:       ${named(verdict.missing)}`,
    `Safeguards the endpoint lacks:    ${named(verdict.unguarded)}`,
  ].join('\n');
}
