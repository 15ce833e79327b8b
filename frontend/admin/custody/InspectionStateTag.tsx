import type { Inspection, Rectification } from '@geoarchive/contract/custody-inspections.ts';
import { inspectionLifecycle, rectificationLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<Inspection['state'], Tone>> = {
  planned: 'neutral',
  dispatched: 'active',
  done: 'attention',
  closed: 'good',
  cancelled: 'neutral',
};
const rectified: Readonly<Record<Rectification['state'], Tone>> = {
  open: 'attention',
  answered: 'active',
  accepted: 'good',
};

/** How an inspection stands; one whose day has passed says so. */
export const InspectionStateTag = ({ of }: { of: Pick<Inspection, 'state' | 'late'> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (of.late) return <StateTag tone="bad">{t('custody.lateInspection')}</StateTag>;
  return <StateTag tone={tones[of.state]}>{say(inspectionLifecycle.states[of.state])}</StateTag>;
};

/** How a rectification stands; one that is overdue says so. */
export const RectificationStateTag = ({ of }: { of: Pick<Rectification, 'state' | 'late'> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (of.late) return <StateTag tone="bad">{t('custody.lateRectification')}</StateTag>;
  return <StateTag tone={rectified[of.state]}>{say(rectificationLifecycle.states[of.state])}</StateTag>;
};
