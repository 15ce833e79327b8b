import { grantLifecycle, type GrantState as State } from '@geoarchive/domain/service/grant.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const tones: Record<State, Tone> = {
  preparing: 'active',
  active: 'good',
  expired: 'neutral',
  withdrawn: 'bad',
};

/** How a grant stands. */
export const GrantState = ({ of }: { of: State }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(grantLifecycle.states[of])}</StateTag>;
};
