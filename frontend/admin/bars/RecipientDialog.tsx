import { bars } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Has a registry or funder told of every bar from now on, or no more, with the reason. */
export const RecipientDialog = ({
  of,
  told,
  onClose,
}: {
  /** Its code; left out, it is asked for. */
  of?: string;
  told: boolean;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const write = useWrite(bars.setBarRecipient);
  const [code, setCode] = useState('');
  const organisation = of ?? code.trim();
  const words = told ? 'tell' : 'stop';
  return (
    <ReasonDialog
      title={
        of === undefined ? t('bars.recipients.add') : t(`bars.recipients.${words}Title`, { organisation: of })
      }
      lead={t(`bars.recipients.${words}Lead`)}
      label={t('bars.recipients.reason')}
      act={t(`bars.recipients.${words}`)}
      gentle={told}
      ready={organisation !== ''}
      write={write}
      onAct={(reason) => write.mutateAsync({ params: { organisation }, body: { told, reason } })}
      onClose={onClose}
    >
      {of === undefined && (
        <>
          <label htmlFor={id} className="ga-label">
            {t('bars.organisation')}
          </label>
          <Input
            id={id}
            maxLength={60}
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      )}
    </ReasonDialog>
  );
};
