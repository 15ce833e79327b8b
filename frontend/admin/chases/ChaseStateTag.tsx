import { type ChaseState, chaseLifecycle } from '@geoarchive/domain/supervision/chase.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';

const tones: Readonly<Record<ChaseState, Tone>> = {
  demanded: 'active',
  ordered: 'attention',
  'penalty-proposed': 'attention',
  fined: 'bad',
  circulated: 'bad',
  closed: 'good',
  dropped: 'neutral',
};

/** How far a chase has come. */
export const ChaseStateTag = ({ of }: { of: ChaseState }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(chaseLifecycle.states[of])}</StateTag>;
};
