import { service } from '@geoarchive/contract/routes.ts';
import type { StaffUseItem, UseRequestDetail } from '@geoarchive/contract/service.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { evidence: string; text: string };

/** Takes a consent on paper: one of the papers of the conversation, after looking at it. */
export const PaperDialog = (props: {
  request: UseRequestDetail;
  item: StaffUseItem;
  onClose: () => void;
}) => {
  const { request, item, onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const write = useWrite(service.attachConsent);
  const papers = request.messages.flatMap(({ evidence }) => evidence);
  const required = { required: true, message: t('form.required') };
  return (
    <Modal
      open
      title={t('use.takePaper')}
      okText={t('use.takePaper')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={(body) =>
          write.mutate(
            { params: { id: request.id, item: item.itemId }, body, ifMatch: request.version },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="evidence" label={t('use.paper')} extra={t('use.paperHint')} rules={[required]}>
          <Select options={papers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="text" label={t('use.paperSeen')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
