import type { Registered } from '@geoarchive/contract/organisations.ts';
import { organisations } from '@geoarchive/contract/routes.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';

const texts = ['creditCode', 'parent', 'address', 'phone', 'email'] as const;
type Values = { code: string; name: string; reason: string } & Partial<
  Record<(typeof texts)[number] | 'namedOn' | 'province', string>
>;
type Props = { of?: Registered; onDone: (code: string) => void; onClose: () => void };

/** What was left empty is left out. */
const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
    // The required ones are never empty: the form holds them back.
  ) as Values;

/** Adds an organisation to the register by hand, or corrects one, with the reason. */
export const RecordDialog = ({ of, onDone, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const write = useWrite(organisations.recordOrganisation);
  const send = async (values: Values) => {
    const { code, ...body } = filled(values);
    await write.mutateAsync({
      params: { code },
      body,
      ...(of === undefined ? {} : { ifMatch: of.version }),
    });
    onDone(code);
  };
  const required = [{ required: true, message: t('form.required') }];
  const title = t(of === undefined ? 'organisations.add' : 'organisations.correct');
  return (
    <Modal
      open
      title={title}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('organisations.recordLead')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={of ?? {}}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <Form.Item
          name="code"
          label={t('organisations.code')}
          extra={t('organisations.codeHint')}
          rules={required}
        >
          <Input maxLength={60} disabled={of !== undefined} />
        </Form.Item>
        <Form.Item name="name" label={t('organisations.name')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="ga-fields">
          <Form.Item name="namedOn" label={t('organisations.namedOn')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="province" label={t('organisations.fields.province')}>
            <Select
              allowClear
              options={Object.entries(provinces).map(([value, name]) => ({ value, label: say(name) }))}
            />
          </Form.Item>
        </div>
        {texts.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(name === 'parent' ? 'organisations.below' : `organisations.fields.${name}`)}
          >
            <Input
              maxLength={name === 'creditCode' ? 18 : name === 'address' || name === 'email' ? 200 : 60}
            />
          </Form.Item>
        ))}
        <Form.Item name="reason" label={t('organisations.reason')} rules={required}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
