import type { CodeListHead, CodeRow } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeFields } from './ChangeFields.tsx';
import { type ChangeValues, editOf } from './change-values.ts';

export type Change =
  | { kind: 'add'; parent?: string | undefined }
  | { kind: 'rename' | 'retire'; row: CodeRow };

const startOf = (change: Change, today: string): Partial<ChangeValues> => {
  if (change.kind === 'add') return change.parent === undefined ? {} : { parent: change.parent };
  if (change.kind === 'retire') return { to: today };
  const { zh, en } = change.row.name;
  return { zh, en, from: today };
};

/** Adds an entry, renames it from a day on, or retires it; with the reason. */
export const ChangeDialog = ({
  of,
  change,
  today,
  onClose,
}: {
  of: CodeListHead;
  change: Change;
  today: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<ChangeValues>();
  const write = useWrite(codes.changeCodeList);
  const send = (values: ChangeValues) => {
    const edit =
      change.kind === 'add' ? editOf.add(of.id, values) : editOf[change.kind](change.row.slug, values);
    return write
      .mutateAsync({ params: { list: of.id }, body: { edit, reason: values.reason }, ifMatch: of.version })
      .then(onClose, () => undefined);
  };
  const name = change.kind === 'add' ? say(of.name) : say(change.row.name);
  return (
    <Modal
      open
      title={t(`codes.${change.kind}Title`, { name })}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={600}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p className="ga-soft">{t(`codes.${change.kind}Lead`)}</p>
      <Form<ChangeValues>
        form={form}
        layout="vertical"
        initialValues={startOf(change, today)}
        onFinish={(values) => void send(values)}
      >
        <ChangeFields list={of.id} kind={change.kind} today={today} />
        <Form.Item
          name="reason"
          label={t('codes.reason')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
