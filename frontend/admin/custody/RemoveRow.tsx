import type { Holding, HoldingList } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useTranslation } from 'react-i18next';

/** Whether rows of a list are taken out and put back now: not while an import counts it. */
export const mayChange = ({ mayImport, uncounted }: HoldingList): boolean =>
  mayImport && uncounted === undefined;

/** Asks why a row is wrong, and takes it out of the list. */
export const RemoveRow = ({
  row,
  list,
  onClose,
}: {
  row: Holding;
  list: HoldingList;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const write = useWrite(custodyHoldings.removeHolding);
  return (
    <TextDialog
      title={t('custody.removeOf', { code: row.code })}
      label={t('custody.removeReason')}
      danger
      error={write.error}
      busy={write.isPending}
      onSend={async (reason) => {
        const params = { custodian: list.node, period: list.period };
        await write.mutateAsync({ params, body: { code: row.code, reason }, ifMatch: list.version });
        onClose();
      }}
      onClose={onClose}
    >
      <p>{row.title}</p>
    </TextDialog>
  );
};
