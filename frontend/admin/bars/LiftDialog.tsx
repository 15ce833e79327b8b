import type { StoredBar } from '@geoarchive/contract/bars.ts';
import { bars } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useTranslation } from 'react-i18next';

/** Lifts a bar by decision, with the reasons. */
export const LiftDialog = ({ of, onClose }: { of: StoredBar; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(bars.liftBar);
  return (
    <ReasonDialog
      title={t('bars.liftTitle')}
      lead={t('bars.liftLead')}
      label={t('bars.reason')}
      act={t('bars.lift')}
      write={write}
      onAct={(reason) => write.mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version })}
      onClose={onClose}
    />
  );
};
