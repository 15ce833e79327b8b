import { jobLifecycle, type JobState as State } from '@geoarchive/domain/jobs.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const tones: Readonly<Record<State, Tone>> = {
  queued: 'neutral',
  running: 'active',
  paused: 'attention',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** How a job stands. */
export const JobState = ({ of }: { of: State }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(jobLifecycle.states[of])}</StateTag>;
};
