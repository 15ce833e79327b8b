import { tidyNumber } from '@geoarchive/domain/documents.ts';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export type Asked = { number: string; code: string };

const numbers = /^[A-Z]{2}-[A-Z0-9-]{2,20}-\d{4}-\d{5,9}$/;

/** Number and check code as they stand on the paper, however they are typed. */
export const VerifyForm = ({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Asked>();
  return (
    <Form<Asked>
      form={form}
      layout="vertical"
      initialValues={asked}
      onFinish={({ number, code = '' }) => onAsk({ number: tidyNumber(number), code: code.trim() })}
      className="ga-verify"
    >
      <Form.Item
        name="number"
        label={t('verify.number')}
        extra={t('verify.numberHint')}
        rules={[
          { required: true, message: t('form.required') },
          {
            validator: async (_, typed: string | undefined) => {
              if (typed !== undefined && typed !== '' && !numbers.test(tidyNumber(typed)))
                throw new Error(t('verify.numberWrong'));
            },
          },
        ]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="code" label={t('verify.code')} extra={t('verify.codeHint')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit">
        {t('verify.check')}
      </Button>
    </Form>
  );
};
