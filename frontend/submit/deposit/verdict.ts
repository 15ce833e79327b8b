import type { DepositState } from '@geoarchive/domain/deposit.ts';

type Verdict = { errors: number; warnings: number };
type Tone = 'error' | 'warning' | 'success' | 'info';

/**
 * How a verdict is put: what to do next is said only while the deposit waits to be handed in; later the report is what was
 * found then.
 */
export const verdictTexts = (
  state: DepositState,
  { errors, warnings }: Verdict,
): { tone: Tone; title: string; next?: string } => {
  const found = errors > 0 ? 'blocked' : warnings > 0 ? 'warned' : 'clean';
  if (state !== 'checked') return { tone: 'info', title: `report.${found}Then` };
  const tones = { blocked: 'error', warned: 'warning', clean: 'success' } as const;
  return {
    tone: tones[found],
    title: `report.${found}`,
    next: found === 'blocked' ? 'report.blockedNext' : 'report.next',
  };
};
