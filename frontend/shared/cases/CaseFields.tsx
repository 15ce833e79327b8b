import { type CaseKind, caseKinds } from '@geoarchive/domain/cases/kinds.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

/** What is said when a case is opened: its kind, what it is called, what is wrong or asked. */
export const CaseFields = ({ kinds }: { kinds: readonly CaseKind[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <>
      <Form.Item
        name="kind"
        label={t('cases.kind')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Radio.Group options={kinds.map((value) => ({ value, label: say(caseKinds[value].name) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('cases.title')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="text" label={t('cases.text')} extra={t('cases.noSecrets')} rules={required}>
        <Input.TextArea rows={6} maxLength={limits.messageLength} showCount />
      </Form.Item>
    </>
  );
};
