import { transfers } from '@geoarchive/contract/routes.ts';
import type { Transfer } from '@geoarchive/contract/transfers.ts';
import {
  type ExemptionGround,
  exemptionGrounds,
  groundsFor,
  transferLifecycle,
} from '@geoarchive/domain/transfer/transfer.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from '../use/FormDialog.tsx';

type Values = { ground: ExemptionGround; reason: string };

/** Decides that a dossier is not transferred: one of the grounds, and why it is that. */
export const ExemptDialog = ({ of, onClose }: { of: Transfer; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(transfers.exemptTransfer);
  const required = useRequired();
  return (
    <FormDialog<Values>
      title={say(transferLifecycle.moves.exempt.label)}
      write={write}
      onSend={(body) =>
        write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{t('transfers.exemptLead', { number: of.archiveNumber, title: of.dossier.title ?? '' })}</p>
      <Form.Item name="ground" label={t('transfers.ground')} rules={[required]}>
        <Radio.Group
          className="ga-radio-column"
          options={groundsFor(of.route).map((value) => ({ value, label: say(exemptionGrounds[value]) }))}
        />
      </Form.Item>
      <ReasonField name="reason" label={t('transfers.reason')} />
    </FormDialog>
  );
};
