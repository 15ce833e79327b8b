import type { PublicRecord } from '@geoarchive/contract/portal.ts';
import { reports } from '@geoarchive/contract/routes.ts';
import {
  type RecordField,
  recordFieldCodes,
  recordFields,
  type VisitorKind,
  visitorKindCodes,
  visitorKinds,
} from '@geoarchive/domain/cases/visitors.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseFields } from '@geoarchive/frontend-shared/cases/CaseFields.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = {
  kind: VisitorKind;
  title: string;
  text: string;
  field?: RecordField;
  name?: string;
  contact?: string;
  website?: string;
};

/** What a visitor says is wrong in a record, or asks about it. */
export const ReportForm = ({ record, onSent }: { record: PublicRecord; onSent: (code: string) => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? visitorKindCodes[0];
  const write = useWrite(reports.sendReport);
  const send = async (values: Values) => {
    const { id, node, archiveNumber } = record;
    const { code } = await write.mutateAsync({ body: { ...values, record: { id, node, archiveNumber } } });
    onSent(code);
  };
  const needed = [{ required: true, whitespace: true, message: t('form.required') }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ kind: visitorKindCodes[0] }}
      onFinish={(values) => void send(values).catch(() => undefined)}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <CaseFields kinds={visitorKindCodes} />
      {kind === 'error-report' && (
        <Form.Item
          name="field"
          label={t('report.field')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Select options={recordFieldCodes.map((value) => ({ value, label: say(recordFields[value]) }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('report.name')} extra={t('report.nameHint')}>
        <Input maxLength={60} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="contact"
        label={t('report.contact')}
        extra={t('report.contactHint')}
        rules={visitorKinds[kind].contact === 'required' ? needed : []}
      >
        <Input maxLength={120} autoComplete="email" />
      </Form.Item>
      {/* People do not meet it; what fills in every field does. */}
      <div className="ga-hidden" aria-hidden="true">
        <Form.Item name="website" noStyle>
          <Input tabIndex={-1} autoComplete="off" />
        </Form.Item>
      </div>
      <p className="ga-soft">{t('report.privacy')}</p>
      <Button type="primary" size="large" htmlType="submit" loading={write.isPending}>
        {t('report.send')}
      </Button>
    </Form>
  );
};
