import { identity } from '@geoarchive/contract/routes.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { email: string; name: string; role: 'SUBMITTER' | 'SUBMITTER_ADMIN' };
const choices = roles.filter(({ code }) => code === 'SUBMITTER' || code === 'SUBMITTER_ADMIN');

/** Invites a person into the organisation; a temporary password goes to the address. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const invite = useWrite(identity.invitePerson);
  const send = async (body: Values) => {
    await invite.mutateAsync({ body });
    message.success(t('person.invited', { email: body.email }));
    onClose();
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('person.invite')}
      okText={t('person.invite')}
      cancelText={t('action.cancel')}
      confirmLoading={invite.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {invite.error !== null && <ProblemAlert error={invite.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ role: 'SUBMITTER' }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item name="name" label={t('person.name')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('person.email')}
          rules={[{ required: true, type: 'email', message: t('person.emailRule') }]}
        >
          <Input type="email" maxLength={200} />
        </Form.Item>
        <Form.Item name="role" label={t('person.role')}>
          <Radio.Group options={choices.map(({ code, name }) => ({ value: code, label: say(name) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
