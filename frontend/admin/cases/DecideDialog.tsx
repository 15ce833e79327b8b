import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { type Outcome, outcomes, ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { EvidenceInput } from '@geoarchive/frontend-shared/cases/EvidenceInput.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attach, mostAttached } from './attach.ts';

type Values = { outcome: Outcome; reasons: string; due?: string };

/** Decides a case: one of the outcomes of its kind, with the reasons that its asker will read. */
export const DecideDialog = ({ of, onClose }: { of: StaffCase; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(cases.decideCase);
  const outcome = Form.useWatch('outcome', form);
  const possible = ruleOf(of.kind).outcomes;
  const api = useApi();
  const [files, setFiles] = useState<File[]>([]);
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const body = { ...values, evidence: await attach(api, of.id, files) };
      return write.mutateAsync({ params: { id: of.id }, body, ifMatch: of.version });
    },
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={t('cases.decideOn', { number: of.number })}
      okText={t('cases.decide')}
      cancelText={t('action.cancel')}
      confirmLoading={send.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {send.error !== null && <ProblemAlert error={send.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        {...(possible.length === 1 ? { initialValues: { outcome: possible[0] } } : {})}
        onFinish={(values) => send.mutate(values)}
      >
        <Form.Item
          name="outcome"
          label={t('cases.outcome')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Radio.Group options={possible.map((value) => ({ value, label: say(outcomes[value]) }))} />
        </Form.Item>
        {outcome === 'due-changed' && (
          <Form.Item
            name="due"
            label={t('taskPage.newDue')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <Input type="date" />
          </Form.Item>
        )}
        <Form.Item
          name="reasons"
          label={t('cases.reasons')}
          extra={t('cases.reasonsHint')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={6} maxLength={limits.messageLength} showCount />
        </Form.Item>
        <EvidenceInput files={files} onChange={setFiles} most={mostAttached} />
      </Form>
    </Modal>
  );
};
