import { chases } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { chaseDaysOf, isCorrectionMissed } from '@geoarchive/domain/supervision/chase.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chasers } from '../roles.ts';

type Values = { until: string; text: string };

const AccuseDialog = ({ task, onClose }: { task: Task; onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { chase } = useConfig();
  const [form] = Form.useForm<Values>();
  const write = useWrite(chases.startFraudChase);
  const rules = [{ required: true, whitespace: true, message: t('chases.required') }];
  return (
    <Modal
      open
      title={t('chases.accuse')}
      okText={t('chases.issue')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p className="ga-soft">{t('chases.accuseHint')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          until: addDays(dayOf(new Date()), chaseDaysOf('propose', 'fraud', chase)),
          text: '',
        }}
        onFinish={(values) =>
          write.mutate(
            { body: { ...values, tasks: [task.id] } },
            { onSuccess: ({ id }) => void navigate(`/chases/${id}`) },
          )
        }
      >
        <Form.Item<Values> name="until" label={t('chases.untilOf.propose')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item<Values> name="text" label={t('chases.grounds')} rules={rules}>
          <Input.TextArea rows={5} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

/** Begins the track of art. 21 about a task that was returned and not corrected by its day; else there is nothing to press. */
export const Accuse = ({ task }: { task: Task }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const may = reaches(chasers, usePerson()?.roles ?? []);
  if (!may || !isCorrectionMissed(task, dayOf(new Date()))) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('chases.accuse')}
      </Button>
      {open && <AccuseDialog task={task} onClose={() => setOpen(false)} />}
    </>
  );
};
