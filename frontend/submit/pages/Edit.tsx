import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { fieldErrors, toProblem } from '@geoarchive/frontend-shared/problem/problem.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DescriptionFields } from '../new/DescriptionFields.tsx';
import { PublicationFields } from '../new/PublicationFields.tsx';
import { type FormValues, toForm, toInput } from '../new/values.ts';

const EditForm = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = useWrite(intake.changeDeposit);
  const [form] = Form.useForm<FormValues>();
  const send = async () => {
    const { secrecy: _, stub: __, ...body } = toInput(form.getFieldsValue(true), deposit.secrecy);
    try {
      await change.mutateAsync({ params: { id: deposit.id }, body, ifMatch: deposit.version });
      await navigate(`/deposits/${deposit.id}`);
    } catch (error) {
      // The names come from the API's own schema of this form; the library wants them as its typed paths.
      form.setFields(fieldErrors(toProblem(error)) as Parameters<typeof form.setFields>[0]);
    }
  };
  return (
    <Panel title={t('new.describe')}>
      {change.error !== null && <ProblemAlert error={change.error} />}
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={toForm(deposit)}
        onFinish={() => void send()}
        scrollToFirstError={{ focus: true }}
      >
        <DescriptionFields />
        <h2 className="ga-form-part">{t('publication.title')}</h2>
        <PublicationFields fixedNode={deposit.taskId !== undefined} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('action.save')}
        </Button>
      </Form>
    </Panel>
  );
};

const Edit = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const deposit = useRead(intake.getDeposit, { params: { id } });
  return (
    <Page title={t('edit.title')} back={{ to: `/deposits/${id}`, label: t('edit.back') }}>
      <QueryView query={deposit}>{(found) => <EditForm deposit={found} />}</QueryView>
    </Page>
  );
};
export default Edit;
