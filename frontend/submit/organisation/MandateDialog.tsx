import { identity, intake } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { usePages, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TabLeaves } from '@geoarchive/frontend-shared/form/TabLeaves.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = { to: string; scope: 'all' | 'tasks'; taskIds?: string[]; validFrom: string; validTo: string };

/** Lets another organisation hand in for this one, for all or for some tasks, until a day. */
export const MandateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const scope = Form.useWatch('scope', form);
  const give = useWrite(identity.giveMandate);
  const tasks = useRows<Task>(usePages<Task, typeof intake.listTasks>(intake.listTasks), true);
  const send = async (body: Values) => {
    await give.mutateAsync({ body });
    message.success(t('mandate.done'));
    onClose();
  };
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('mandate.give')}
      okText={t('mandate.give')}
      cancelText={t('action.cancel')}
      confirmLoading={give.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {give.error !== null && <ProblemAlert error={give.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ scope: 'all', validFrom: dayOf(new Date()) }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item name="to" label={t('mandate.to')} extra={t('mandate.toHint')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="scope" label={t('mandate.scope')}>
          <Radio.Group
            options={[
              { value: 'all', label: t('mandate.all') },
              { value: 'tasks', label: t('mandate.some') },
            ]}
          />
        </Form.Item>
        {scope === 'tasks' && (
          <TabLeaves>
            <Form.Item name="taskIds" label={t('nav.tasks')} rules={required}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                loading={!tasks.complete}
                options={(tasks.rows ?? []).map(({ id, number, name }) => ({
                  value: id,
                  label: `${number} ${name}`,
                }))}
              />
            </Form.Item>
          </TabLeaves>
        )}
        <div className="ga-fields">
          <Form.Item name="validFrom" label={t('mandate.from')} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="validTo" label={t('mandate.until')} rules={required}>
            <Input type="date" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
};
