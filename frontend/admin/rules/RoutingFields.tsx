import { codes } from '@geoarchive/contract/routes.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { taskSourceNames, taskSources } from '@geoarchive/domain/publication.ts';
import { fundingLevels, fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { receiverKinds, receiverNames } from '@geoarchive/domain/supervision/routing.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { optionsOf } from './options.ts';
import type { RoutingForm } from './routing-draft.ts';
import { ReferenceFields, SpanFields } from './SpanFields.tsx';
import type { FieldsProps } from './VersionEditor.tsx';

const mostOrder = 999;

/** The minerals as this deployment's list has them now, one name each; until that is read, as they came with the system. */
const useMinerals = (): readonly { slug: string; name: Bilingual }[] => {
  const { data } = useRead(codes.listCodeEntries, { params: { list: 'minerals' }, query: { limit: 500 } });
  const entries = data?.items ?? minerals.entries;
  return [...new Map(entries.map((entry) => [entry.slug, entry])).values()];
};

/** What an administrator decides of a rule of routing. */
export const RoutingFields = ({ form, values, onChange }: FieldsProps<RoutingForm>) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const required = [{ required: true, message: t('rules.required') }];
  const condition = (name: 'marine' | 'area' | 'funderKnown') => (
    <Form.Item<RoutingForm> name={name} label={t(`rules.asks.${name}`)}>
      <Select options={optionsOf(['any', 'yes', 'no'], (one) => t(`rules.asked.${one}`))} />
    </Form.Item>
  );
  const any = t('rules.asked.any');
  const list = useMinerals();
  return (
    <Form<RoutingForm>
      form={form}
      layout="vertical"
      initialValues={values}
      onValuesChange={(_, all) => onChange(all)}
    >
      <SpanFields hint={t('rules.spanHint')} />
      <div className="ga-fields">
        <Form.Item<RoutingForm> name="receiver" label={t('rules.to')}>
          <Select options={optionsOf(receiverKinds, (one) => say(receiverNames[one]))} />
        </Form.Item>
        <Form.Item<RoutingForm>
          name="order"
          label={t('rules.order')}
          extra={t('rules.orderHint')}
          rules={required}
        >
          <InputNumber min={1} max={mostOrder} precision={0} />
        </Form.Item>
      </div>
      <fieldset className="ga-fieldset">
        <legend>{t('rules.when')}</legend>
        <div className="ga-fields ga-fields-four">
          {condition('marine')}
          {condition('area')}
          {condition('funderKnown')}
          <Form.Item<RoutingForm> name="funding" label={t('registers.fields.funding')}>
            <Select
              mode="multiple"
              placeholder={any}
              options={optionsOf(fundingLevels, (one) => say(fundingNames[one]))}
            />
          </Form.Item>
        </div>
        <div className="ga-fields">
          <Form.Item<RoutingForm> name="minerals" label={t('rules.asks.minerals')}>
            <Select
              mode="multiple"
              placeholder={any}
              showSearch={{ optionFilterProp: 'label' }}
              options={list.map(({ slug, name }) => ({ value: slug, label: say(name) }))}
            />
          </Form.Item>
          <Form.Item<RoutingForm> name="sources" label={t('registers.kind')}>
            <Select
              mode="multiple"
              placeholder={any}
              options={optionsOf(taskSources, (one) => say(taskSourceNames[one]))}
            />
          </Form.Item>
        </div>
        <p className="ga-soft">{t('rules.whenHint')}</p>
      </fieldset>
      <ReferenceFields />
    </Form>
  );
};
