import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { optionsOf } from './options.ts';
import type { ReleaseForm } from './release-draft.ts';
import { ReferenceFields, SpanFields } from './SpanFields.tsx';
import type { FieldsProps } from './VersionEditor.tsx';

const most = 3650;

/** What an administrator decides of a rule of publication. */
export const ReleaseFields = ({ form, values, onChange }: FieldsProps<ReleaseForm>) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('rules.required') }];
  return (
    <Form<ReleaseForm>
      form={form}
      layout="vertical"
      initialValues={values}
      // What has no field here stays as it was.
      onValuesChange={(_, all) => onChange({ ...values, ...all })}
    >
      <SpanFields hint={t('rules.releaseSpanHint')} lasts />
      <fieldset className="ga-fieldset">
        <legend>{t('rules.latest')}</legend>
        <div className="ga-fields ga-fields-four">
          <Form.Item<ReleaseForm> name="days" label={t('rules.days')} rules={required}>
            <InputNumber min={0} max={most} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item<ReleaseForm> name="kind" label={t('rules.dayKind')}>
            <Select options={optionsOf(['calendar', 'working'], (one) => t(`proof.kinds.${one}`))} />
          </Form.Item>
        </div>
        <Form.Item<ReleaseForm> name="rollsOver" valuePropName="checked">
          <Checkbox>{t('calendar.rollsOver')}</Checkbox>
        </Form.Item>
      </fieldset>
      <ReferenceFields />
    </Form>
  );
};
