import { transfers } from '@geoarchive/contract/routes.ts';
import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExemptDialog } from './ExemptDialog.tsx';

/** Exempting one transfer, and taking that back. Sending, receiving and refusing go by list. */
export const RowActions = ({ of }: { of: Transfer }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [doing, setDoing] = useState<'exempt' | 'resume'>();
  const resume = useWrite(transfers.resumeTransfer);
  const move = (['exempt', 'resume'] as const).find((one) => of.moves.includes(one));
  if (move === undefined) return null;
  const label = say(transferLifecycle.moves[move].label);
  return (
    <>
      <Button size="small" aria-label={`${label} ${of.archiveNumber}`} onClick={() => setDoing(move)}>
        {label}
      </Button>
      {doing === 'exempt' && <ExemptDialog of={of} onClose={() => setDoing(undefined)} />}
      {doing === 'resume' && (
        <TextDialog
          title={say(transferLifecycle.moves.resume.label)}
          label={t('transfers.reason')}
          error={resume.error}
          busy={resume.isPending}
          onClose={() => setDoing(undefined)}
          onSend={(reason) =>
            resume
              .mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version })
              .then(() => setDoing(undefined))
          }
        />
      )}
    </>
  );
};
