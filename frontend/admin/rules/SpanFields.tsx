import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SpanForm } from './span.ts';

/** When a version counts and whether it is on; the hint says for what the days are meant. What `lasts` is replaced, and never ends. */
export const SpanFields = ({ hint, lasts = false }: { hint: string; lasts?: boolean }) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('rules.required') }];
  return (
    <fieldset className="ga-fieldset">
      <legend>{t('rules.span')}</legend>
      <div className="ga-fields ga-fields-four">
        <Form.Item<SpanForm> name="from" label={t('rules.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        {!lasts && (
          <>
            <Form.Item<SpanForm> name="to" label={t('rules.until')}>
              <Input type="date" />
            </Form.Item>
            <Form.Item<SpanForm> name="active" valuePropName="checked" label={t('rules.state')}>
              <Checkbox>{t('rules.active')}</Checkbox>
            </Form.Item>
          </>
        )}
      </div>
      <p className="ga-soft">{hint}</p>
    </fieldset>
  );
};

/** What a version rests on, in both languages. */
export const ReferenceFields = () => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('rules.required') }];
  return (
    <div className="ga-fields">
      <Form.Item<SpanForm> name="zh" label={t('rules.referenceZh')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item<SpanForm> name="en" label={t('rules.referenceEn')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
    </div>
  );
};
