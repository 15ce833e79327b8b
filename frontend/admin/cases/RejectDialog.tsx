import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useTranslation } from 'react-i18next';

/** Refuses to admit a case, with the reason that its asker will read. */
export const RejectDialog = ({ of, onClose }: { of: StaffCase; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(cases.rejectCase);
  return (
    <TextDialog
      title={t('cases.reject')}
      label={t('cases.rejectReason')}
      danger
      error={write.error}
      busy={write.isPending}
      onClose={onClose}
      onSend={(reason) =>
        write.mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version }).then(onClose)
      }
    />
  );
};
