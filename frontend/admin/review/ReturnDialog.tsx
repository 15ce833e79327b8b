import { archive } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TabLeaves } from '@geoarchive/frontend-shared/form/TabLeaves.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReviewDetail } from './sections.ts';

type Values = { reason: string; items?: string[]; correctBy: string };
const usualDays = 30;

type Props = { review: ReviewDetail; move: 'return' | 'giveUp'; onClose: () => void };

/** Returning with reasons (补充修改通知单), also of what could not be taken in: why, which items, until when. */
export const ReturnDialog = ({ review, move, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(move === 'return' ? archive.returnReview : archive.giveUpReview);
  const send = async (body: Values) => {
    await write.mutateAsync({ params: { id: review.id }, body, ifMatch: review.version });
    onClose();
  };
  const proposals = review.findings.map((finding) => `${finding.at ?? ''} ${say(finding.message)}`.trim());
  return (
    <Modal
      open
      title={t(`review.${move}`)}
      okText={t(`review.${move}`)}
      okButtonProps={{ danger: true }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ correctBy: addDays(dayOf(new Date()), usualDays), items: [] }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item
          name="reason"
          label={t('review.reason')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={4} maxLength={4000} showCount />
        </Form.Item>
        <TabLeaves>
          <Form.Item
            name="items"
            label={t('review.items')}
            extra={t(proposals.length === 0 ? 'review.itemsOwnHint' : 'review.itemsHint')}
          >
            <Select
              mode="tags"
              {...(proposals.length === 0 ? { open: false, suffixIcon: null } : {})}
              options={[...new Set(proposals)].slice(0, 200).map((value) => ({ value }))}
            />
          </Form.Item>
        </TabLeaves>
        <Form.Item
          name="correctBy"
          label={t('review.correctBy')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input type="date" />
        </Form.Item>
      </Form>
    </Modal>
  );
};
