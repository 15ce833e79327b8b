import { isStateSecret, type Secrecy, secrecyLevels, secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

/** The first question, before any byte: is it secret? A state secret leaves a stub and no files. */
export const SecrecyStep = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form = Form.useFormInstance();
  const level: Secrecy | undefined = Form.useWatch('secrecy', form);
  const secret = level !== undefined && isStateSecret(level);
  return (
    <>
      <Alert type="warning" showIcon title={t('secrecy.warning')} description={t('secrecy.warningDetail')} />
      <Form.Item
        name="secrecy"
        label={t('secrecy.question')}
        rules={[{ required: true, message: t('form.required') }]}
        style={{ marginTop: 18 }}
      >
        <Radio.Group className="ga-radio-column">
          {secrecyLevels.map((each) => (
            <Radio key={each} value={each}>
              {say(secrecyNames[each])} <span className="ga-soft">{t(`secrecy.hint.${each}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {secret && (
        <>
          <Alert type="error" showIcon title={t('secrecy.noFiles')} style={{ marginBottom: 18 }} />
          <Form.Item
            name={['stub', 'carrierSlip']}
            label={t('secrecy.carrierSlip')}
            rules={[{ required: true, max: 100, message: t('form.required') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name={['stub', 'place']}
            label={t('secrecy.place')}
            rules={[{ required: true, max: 200, message: t('form.required') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
};
