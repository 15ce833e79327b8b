import { useTranslation } from 'react-i18next';

/** Says that a draft was found, or that the last change is kept. */
export const DraftNotice = ({ restored, saved }: { restored: boolean; saved: boolean }) => {
  const { t } = useTranslation();
  return (
    <span role="status" className="ga-soft">
      {saved ? t('form.draftSaved') : restored ? t('form.draftRestored') : ''}
    </span>
  );
};
