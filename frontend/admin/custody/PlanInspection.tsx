import type { InspectionPlan } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { checklists } from '@geoarchive/domain/custody/checklists.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCustodians } from './use-custodians.ts';

type Values = Omit<InspectionPlan, 'authority'>;

/** Plans an inspection: of whom, by which checklist, when, by the inspectors of which archive. */
export const PlanInspection = ({
  onDone,
  onClose,
}: {
  onDone: (id: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const parties = useCustodians();
  const person = usePerson();
  const { nodes } = useConfig();
  const write = useWrite(custodyInspections.planInspection);
  const authority = person?.roles.includes('MINISTRY_ADMIN')
    ? 'ministry'
    : (nodes.find(({ code }) => code === person?.node)?.province ?? '');
  const required = [{ required: true, message: t('form.required') }];
  const send = async (values: Values) => {
    const { place, team, ...rest } = values;
    const { id } = await write.mutateAsync({
      body: { ...rest, authority, ...(place && { place }), ...(team && { team }) },
    });
    onDone(id);
  };
  return (
    <Modal
      open
      title={t('custody.plan')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ archive: person?.node ?? '' }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item name="custodian" label={t('custody.custodian')} rules={required}>
          <Select options={parties.options} />
        </Form.Item>
        <Form.Item name="title" label={t('custody.subject')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="checklist" label={t('custody.checklist')} rules={required}>
          <Select options={checklists.map(({ id, name }) => ({ value: id, label: say(name) }))} />
        </Form.Item>
        <Form.Item name="plannedOn" label={t('custody.plannedOn')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="archive" label={t('custody.inspectors')} rules={required}>
          <Select options={parties.archives} />
        </Form.Item>
        <Form.Item name="place" label={t('custody.placeOf')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="team" label={t('custody.team')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
