import { service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { useLimits } from '@geoarchive/domain/service/codes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from './FormDialog.tsx';

type Values = { days: number; reads: number; reason: string };

/** Gives a grant more days, more reads, or both, with the reason. */
export const ExtendDialog = ({ of, onClose }: { of: GrantDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(service.extendGrant);
  const required = useRequired();
  return (
    <FormDialog<Values>
      title={t('use.extend')}
      write={write}
      initial={{ days: 0, reads: 0 }}
      onSend={(body) =>
        write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Form.Item name="days" label={t('use.moreDays')} rules={[required]}>
        <InputNumber min={0} max={useLimits.longestDays} precision={0} />
      </Form.Item>
      <Form.Item name="reads" label={t('use.moreReads')} rules={[required]}>
        <InputNumber min={0} max={useLimits.mostReads} precision={0} />
      </Form.Item>
      <ReasonField name="reason" label={t('use.reason')} />
    </FormDialog>
  );
};
