import { annualReportLifecycle, type ReportState as State } from '@geoarchive/domain/reporting/report.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';

const tones: Readonly<Record<State, Tone>> = {
  draft: 'neutral',
  signed: 'active',
  checked: 'active',
  accepted: 'good',
};

/** How far an annual report is. */
export const ReportState = ({ of }: { of: State }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(annualReportLifecycle.states[of])}</StateTag>;
};
