import { supervision } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { type DueGround, dueGroundNames, dueGrounds } from '@geoarchive/domain/supervision/due-grounds.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueDeciders } from '../roles.ts';

type Values = { due: string; ground: DueGround; reason: string };
const longest = 1000;

const DecideDue = ({ task, onClose }: { task: Task; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(supervision.decideDue);
  const send = async (body: Values) => {
    await write.mutateAsync({ params: { id: task.id }, body });
    onClose();
  };
  const rules = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('taskPage.decide')}
      okText={t('taskPage.decide')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p className="ga-soft">{t('taskPage.decideHint')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ due: task.due, ground: dueGrounds[0] }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item name="due" label={t('taskPage.newDue')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="ground" label={t('taskPage.ground')} rules={rules}>
          <Select options={dueGrounds.map((value) => ({ value, label: say(dueGroundNames[value]) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('taskPage.reason')} rules={rules}>
          <Input.TextArea rows={4} maxLength={longest} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
};

/** What the authority decides of a task's due day: another one, or that the reckoned one counts again. */
export const DueActions = ({ task }: { task: Task }) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'decide' | 'reverse'>();
  const reversal = useWrite(supervision.reverseDue);
  const person = usePerson();
  const pending = task.state === 'open' || task.state === 'handed-in';
  if (!pending || !reaches(dueDeciders, person?.roles ?? [])) return null;
  const close = () => setDialog(undefined);
  return (
    <Flex gap={8} wrap>
      <Button onClick={() => setDialog('decide')}>{t('taskPage.decide')}</Button>
      {task.decided !== undefined && (
        <Button danger onClick={() => setDialog('reverse')}>
          {t('taskPage.reverse')}
        </Button>
      )}
      {dialog === 'decide' && <DecideDue task={task} onClose={close} />}
      {dialog === 'reverse' && (
        <TextDialog
          title={t('taskPage.reverse')}
          label={t('taskPage.reason')}
          danger
          error={reversal.error}
          busy={reversal.isPending}
          onClose={close}
          onSend={(reason) => reversal.mutateAsync({ params: { id: task.id }, body: { reason } }).then(close)}
        />
      )}
    </Flex>
  );
};
