import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useTranslation } from 'react-i18next';
import type { ReviewDetail } from './sections.ts';

/** Issues another certificate in the place of the one that has a fault, with the reason. */
export const ReplaceDialog = ({ review, onClose }: { review: ReviewDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(archive.replaceCertificate);
  return (
    <ReasonDialog
      title={t('certificate.replaceTitle', { number: review.certificateNumber ?? '' })}
      lead={t('certificate.replaceLead')}
      label={t('certificate.replaceReason')}
      act={t('certificate.replace')}
      write={write}
      onAct={(reason) =>
        write.mutateAsync({
          params: { id: review.id },
          body: { reason },
          ifMatch: review.version,
          idempotencyKey: `${review.id}-replace-${review.version}`,
        })
      }
      onClose={onClose}
    />
  );
};
