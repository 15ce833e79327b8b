import { fundingLevels, fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { dataKinds } from '@geoarchive/domain/supervision/rules.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from './draft.ts';

type Props = { form: FormInstance<RuleForm>; values: RuleForm; onChange: (values: RuleForm) => void };
const most = 3650;

/** What an administrator decides of a rule. */
export const RuleFields = ({ form, values, onChange }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const counted = values.due === 'offset';
  const required = [{ required: true, message: t('rules.required') }];
  // Not `required`: a group of boxes may not say so of itself (ARIA), the message does.
  const some = [{ type: 'array' as const, min: 1, message: t('rules.required') }];
  const options = <T extends string>(all: readonly T[], label: (one: T) => string) =>
    all.map((value) => ({ value, label: label(value) }));
  const condition = (name: 'retention' | 'newData', label: string) => (
    <Form.Item<RuleForm> name={name} label={label}>
      <Select options={options(['any', 'yes', 'no'], (one) => t(`rules.asked.${one}`))} />
    </Form.Item>
  );
  return (
    <Form<RuleForm>
      form={form}
      layout="vertical"
      initialValues={values}
      onValuesChange={(_, all) => onChange(all)}
    >
      <fieldset className="ga-fieldset">
        <legend>{t('rules.span')}</legend>
        <div className="ga-fields ga-fields-four">
          <Form.Item<RuleForm> name="from" label={t('rules.from')} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item<RuleForm> name="to" label={t('rules.until')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item<RuleForm> name="active" valuePropName="checked" label={t('rules.state')}>
            <Checkbox>{t('rules.active')}</Checkbox>
          </Form.Item>
        </div>
        <p className="ga-soft">{t('rules.spanHint')}</p>
      </fieldset>
      <fieldset className="ga-fieldset">
        <legend>{t('rules.effect')}</legend>
        <div className="ga-fields ga-fields-four">
          <Form.Item<RuleForm> name="due" label={t('rules.whether')}>
            <Select options={options(['offset', 'nothing-due'], (one) => t(`rules.dues.${one}`))} />
          </Form.Item>
          <Form.Item<RuleForm> name="way" label={t('rules.way')}>
            <Select
              disabled={!counted}
              options={options(['before', 'after'], (one) => t(`rules.ways.${one}`))}
            />
          </Form.Item>
          <Form.Item<RuleForm> name="days" label={t('rules.days')} rules={required}>
            <InputNumber disabled={!counted} min={0} max={most} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item<RuleForm> name="kind" label={t('rules.dayKind')}>
            <Select
              disabled={!counted}
              options={options(['calendar', 'working'], (one) => t(`proof.kinds.${one}`))}
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
              options={options(fundingLevels, (one) => say(fundingNames[one]))}
            />
          </Form.Item>
        </div>
      </fieldset>
      <Form.Item<RuleForm> name="needs" label={t('rules.needs')} rules={some}>
        <Checkbox.Group options={options(dataKinds, (one) => say(dataKindNames[one]))} />
      </Form.Item>
      <div className="ga-fields">
        <Form.Item<RuleForm> name="zh" label={t('rules.referenceZh')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item<RuleForm> name="en" label={t('rules.referenceEn')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
      </div>
    </Form>
  );
};
