import { ProblemError } from '@geoarchive/contract/client.ts';
import { DraftNotice } from '@geoarchive/frontend-shared/form/DraftNotice.tsx';
import { useDraftForm } from '@geoarchive/frontend-shared/form/use-draft-form.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

export const FormSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const draft = useDraftForm<{ title?: string; note?: string }>('sample');
  const [problem, setProblem] = useState<unknown>();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const refuse = () => {
    const fields = [{ field: 'title', message: t('samples.fieldError') }];
    const refused = new ProblemError({ type: 'invalid', title: t('samples.refused'), status: 400, fields });
    setProblem(refused);
    draft.showProblem(refused);
  };
  return (
    <QueryView query={frozen(state, true, error)}>
      {() => (
        <Panel
          title={t('samples.form')}
          extra={<DraftNotice restored={draft.restored} saved={draft.saved} />}
        >
          <Flex vertical gap={16}>
            {problem !== undefined && <ProblemAlert error={problem} />}
            <Form
              form={draft.form}
              layout="vertical"
              initialValues={state === 'empty' ? {} : { title: t('samples.example'), ...draft.initial }}
              onValuesChange={draft.changed}
              onFinish={refuse}
              style={{ maxWidth: 640 }}
            >
              <Form.Item
                name="title"
                label={t('samples.title2')}
                rules={[{ required: true, message: t('form.required') }]}
              >
                <Input maxLength={255} showCount />
              </Form.Item>
              <Form.Item name="note" label={t('samples.note')}>
                <Input.TextArea rows={3} />
              </Form.Item>
              <Button type="primary" htmlType="submit">
                {t('samples.send')}
              </Button>
            </Form>
          </Flex>
        </Panel>
      )}
    </QueryView>
  );
};
