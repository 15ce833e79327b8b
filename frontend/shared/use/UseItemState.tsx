import { type UseItemState as State, useItemLifecycle } from '@geoarchive/domain/service/item.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const tones: Record<State, Tone> = {
  asked: 'attention',
  waiting: 'active',
  consented: 'active',
  denied: 'bad',
  granted: 'good',
  refused: 'bad',
};

/** How a record of a request for use stands. */
export const UseItemState = ({ of }: { of: State }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(useItemLifecycle.states[of])}</StateTag>;
};
