import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from '../use/FormDialog.tsx';

type Values = { licenceEnd: string; reason: string };

/** Records when the licence ended, and how that is known: the days of publication follow from it. */
export const LicenceEndDialog = ({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(archive.recordLicenceEnd);
  const required = useRequired();
  const { id, version, licenceEnd } = dossier;
  return (
    <FormDialog<Values>
      title={t('release.recordLicenceEnd')}
      write={write}
      {...(licenceEnd === undefined ? {} : { initial: { licenceEnd } })}
      onSend={(body) => write.mutate({ params: { id }, body, ifMatch: version }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item
        name="licenceEnd"
        label={t('publication.licenceEnd')}
        extra={t('release.licenceEndHint')}
        rules={[required]}
      >
        <Input type="date" />
      </Form.Item>
      <ReasonField name="reason" label={t('release.licenceEndReason')} />
    </FormDialog>
  );
};
