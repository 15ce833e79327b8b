import { copyLifecycle, type CopyState as State } from '@geoarchive/domain/service/copy.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';

const tones: Record<State, Tone> = {
  asked: 'active',
  granted: 'good',
  refused: 'bad',
  handed: 'neutral',
};

/** How a request for copies stands. */
export const CopyState = ({ of }: { of: State }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(copyLifecycle.states[of])}</StateTag>;
};
