import { service } from '@geoarchive/contract/routes.ts';
import type { StaffUseItem, UseRequestDetail } from '@geoarchive/contract/service.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from './FormDialog.tsx';

type Values = { evidence: string; text: string };

/** Takes a consent on paper: one of the papers of the conversation, after looking at it. */
export const PaperDialog = (props: {
  request: UseRequestDetail;
  item: StaffUseItem;
  onClose: () => void;
}) => {
  const { request, item, onClose } = props;
  const { t } = useTranslation();
  const write = useWrite(service.attachConsent);
  const papers = request.messages.flatMap(({ evidence }) => evidence);
  const required = useRequired();
  return (
    <FormDialog<Values>
      title={t('use.takePaper')}
      write={write}
      onSend={(body) =>
        write.mutate(
          { params: { id: request.id, item: item.itemId }, body, ifMatch: request.version },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="evidence" label={t('use.paper')} extra={t('use.paperHint')} rules={[required]}>
        <Select options={papers.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <ReasonField name="text" label={t('use.paperSeen')} />
    </FormDialog>
  );
};
