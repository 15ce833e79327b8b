import { fundingLevels, fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { dataKinds } from '@geoarchive/domain/supervision/rules.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from './draft.ts';
import { optionsOf } from './options.ts';
import { ReferenceFields, SpanFields } from './SpanFields.tsx';
import type { FieldsProps } from './VersionEditor.tsx';

const most = 3650;

/** What an administrator decides of a rule. */
export const RuleFields = ({ form, values, onChange }: FieldsProps<RuleForm>) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const counted = values.due === 'offset';
  const required = [{ required: true, message: t('rules.required') }];
  // Not `required`: a group of boxes may not say so of itself (ARIA), the message does.
  const some = [{ type: 'array' as const, min: 1, message: t('rules.required') }];
  const condition = (name: 'retention' | 'newData', label: string) => (
    <Form.Item<RuleForm> name={name} label={label}>
      <Select options={optionsOf(['any', 'yes', 'no'], (one) => t(`rules.asked.${one}`))} />
    </Form.Item>
  );
  return (
    <Form<RuleForm>
      form={form}
      layout="vertical"
      initialValues={values}
      onValuesChange={(_, all) => onChange(all)}
    >
      <SpanFields hint={t('rules.spanHint')} />
      <fieldset className="ga-fieldset">
        <legend>{t('rules.effect')}</legend>
        <div className="ga-fields ga-fields-four">
          <Form.Item<RuleForm> name="due" label={t('rules.whether')}>
            <Select options={optionsOf(['offset', 'nothing-due'], (one) => t(`rules.dues.${one}`))} />
          </Form.Item>
          <Form.Item<RuleForm> name="way" label={t('rules.way')}>
            <Select
              disabled={!counted}
              options={optionsOf(['before', 'after'], (one) => t(`rules.ways.${one}`))}
            />
          </Form.Item>
          <Form.Item<RuleForm> name="days" label={t('rules.days')} rules={required}>
            <InputNumber disabled={!counted} min={0} max={most} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item<RuleForm> name="kind" label={t('rules.dayKind')}>
            <Select
              disabled={!counted}
              options={optionsOf(['calendar', 'working'], (one) => t(`proof.kinds.${one}`))}
            />
          </Form.Item>
        </div>
        <Form.Item<RuleForm> name="rollsOver" valuePropName="checked">
          <Checkbox disabled={!counted}>{t('calendar.rollsOver')}</Checkbox>
        </Form.Item>
      </fieldset>
      <fieldset className="ga-fieldset">
        <legend>{t('rules.when')}</legend>
        <div className="ga-fields ga-fields-four">
          {condition('retention', t('registers.retention'))}
          {condition('newData', t('registers.newData'))}
          <Form.Item<RuleForm> name="funding" label={t('registers.fields.funding')}>
            <Select
              mode="multiple"
              placeholder={t('rules.asked.any')}
              options={optionsOf(fundingLevels, (one) => say(fundingNames[one]))}
            />
          </Form.Item>
        </div>
      </fieldset>
      <Form.Item<RuleForm> name="needs" label={t('rules.needs')} rules={some}>
        <Checkbox.Group options={optionsOf(dataKinds, (one) => say(dataKindNames[one]))} />
      </Form.Item>
      <ReferenceFields />
    </Form>
  );
};
