import type { Loan } from '@geoarchive/contract/loans.ts';
import { loans } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from './FormDialog.tsx';

type Values = { due: string; reason: string };

/** Gives a loan another day to be back, with the reason. */
export const ExtendLoanDialog = ({ of, onClose }: { of: Loan; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(loans.extendLoan);
  const required = useRequired();
  return (
    <FormDialog<Values>
      title={t('use.extendLoan')}
      write={write}
      initial={{ due: of.due }}
      onSend={(body) =>
        write.mutate({ params: { id: of.id }, body, ifMatch: of.version }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Form.Item name="due" label={t('use.backOn')} rules={[required]}>
        <Input type="date" />
      </Form.Item>
      <ReasonField name="reason" label={t('use.reason')} />
    </FormDialog>
  );
};
