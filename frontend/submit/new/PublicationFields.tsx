import { taskSources } from '@geoarchive/domain/publication.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** The fields that decide who receives it and when it may be published. */
export const PublicationFields = ({ fixedNode }: { fixedNode: boolean }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const form = Form.useFormInstance();
  const source: string | undefined = Form.useWatch('source', form);
  const right = source === 'exploration-right' || source === 'mining-right';
  return (
    <>
      <div className="ga-fields">
        <Form.Item
          name="source"
          label={t('publication.source')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Select options={taskSources.map((value) => ({ value, label: say(sourceNames[value]) }))} />
        </Form.Item>
        {!fixedNode && nodes.length > 0 && (
          <Form.Item
            name="node"
            label={t('publication.node')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <Select options={nodes.map(({ code, name }) => ({ value: code, label: say(name) }))} />
          </Form.Item>
        )}
        {right && (
          <>
            <Form.Item name="licenceNumber" label={t('publication.licenceNumber')}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item
              name="licenceEnd"
              label={t('publication.licenceEnd')}
              extra={t('publication.licenceEndHint')}
            >
              <Input type="date" />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="protectedUntil"
          label={t('publication.protectedUntil')}
          extra={t('publication.protectedHint')}
        >
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="copyright" label={t('publication.copyright')}>
        <Radio.Group>
          <Radio value="consented">{t('publication.consented')}</Radio>
          <Radio value="withheld">{t('publication.withheld')}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="earlyConsent" valuePropName="checked">
        <Checkbox>{t('publication.earlyConsent')}</Checkbox>
      </Form.Item>
    </>
  );
};
