import {
  type DisclosureDays,
  defaultDisclosureDays as defaults,
} from '@geoarchive/domain/disclosure/notice.ts';
import type { DisclosureDeps } from './deps.ts';

/** The days that this deployment gives. */
export const daysOf = ({ settings }: Pick<DisclosureDeps, 'settings'>): DisclosureDays => {
  const { days } = settings.disclosure;
  return {
    objection: days.objection ?? defaults.objection,
    penalty: days.penalty ?? defaults.penalty,
    afterLift: days.afterLift ?? defaults.afterLift,
    trace: days.trace ?? defaults.trace,
  };
};
