import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import type { ReviewDetail } from './sections.ts';

/** For who issues certificates: void and reissue. */
export const ReplaceCertificate = ({ review }: { review: ReviewDetail }) => {
  const { t } = useTranslation();
  const officer = usePerson()?.roles.includes('CERTIFICATE_OFFICER') ?? false;
  const [asking, setAsking] = useState(false);
  if (!officer) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('certificate.replace')}</Button>
      {asking && <ReplaceDialog review={review} onClose={() => setAsking(false)} />}
    </>
  );
};
