import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { type TransferState, transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';

const tones: Readonly<Record<TransferState, Tone>> = {
  due: 'neutral',
  exempt: 'neutral',
  sent: 'active',
  received: 'good',
  refused: 'attention',
};

/** How a transfer stands. */
export const TransferStateTag = ({ of }: { of: Pick<Transfer, 'state'> }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of.state]}>{say(transferLifecycle.states[of.state])}</StateTag>;
};
