import type { HoldingList } from '@geoarchive/contract/custody-holdings.ts';
import { holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';

const tones: Readonly<Record<HoldingList['state'], Tone>> = {
  open: 'attention',
  'handed-in': 'active',
  accepted: 'good',
};

/** How a holding list stands. */
export const HoldingListState = ({ of }: { of: HoldingList['state'] }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(holdingListLifecycle.states[of])}</StateTag>;
};
