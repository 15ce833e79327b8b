import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documents } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useTranslation } from 'react-i18next';

/** Declares a paper void, with the reason. */
export const VoidDialog = ({ of, onClose }: { of: StoredDocument; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(documents.voidDocument);
  return (
    <ReasonDialog
      title={t('documents.voidTitle', { number: of.number })}
      lead={t('documents.voidLead')}
      label={t('documents.voidReason')}
      act={t('documents.void')}
      write={write}
      onAct={(reason) =>
        write.mutateAsync({ params: { number: of.number }, body: { reason }, ifMatch: of.version })
      }
      onClose={onClose}
    />
  );
};
