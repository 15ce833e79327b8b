import { documentLifecycle } from '@geoarchive/domain/documents.ts';
import { StateTag } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

/** Whether a paper still holds. */
export const DocumentState = ({ of }: { of: keyof typeof documentLifecycle.states }) => {
  const { say } = useLanguage();
  return <StateTag tone={of === 'issued' ? 'good' : 'bad'}>{say(documentLifecycle.states[of])}</StateTag>;
};
