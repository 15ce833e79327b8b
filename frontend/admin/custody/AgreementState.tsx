import type { Agreement } from '@geoarchive/contract/custody-agreements.ts';
import { agreementLifecycle } from '@geoarchive/domain/custody/agreement.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<Agreement['state'], Tone>> = {
  draft: 'neutral',
  'in-force': 'good',
  renewed: 'neutral',
  ending: 'attention',
  'handed-back': 'neutral',
  dropped: 'neutral',
};

/** How an agreement stands; one whose end is near or past says so. */
export const AgreementState = ({
  of: { state, standing },
}: {
  of: Pick<Agreement, 'state' | 'standing'>;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (standing === 'expired') return <StateTag tone="bad">{t('custody.expired')}</StateTag>;
  if (standing === 'soon') return <StateTag tone="attention">{t('custody.soon')}</StateTag>;
  return <StateTag tone={tones[state]}>{say(agreementLifecycle.states[state])}</StateTag>;
};
