import { type CaseState, caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const tones: Record<CaseState, Tone> = {
  opened: 'attention',
  'in-hand': 'active',
  waiting: 'attention',
  decided: 'good',
  inadmissible: 'bad',
  withdrawn: 'neutral',
};

/** How a case stands. */
export const CaseStateTag = ({ of }: { of: CaseState }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(caseLifecycle.states[of])}</StateTag>;
};
