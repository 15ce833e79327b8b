import type { cases as routes } from '@geoarchive/contract/routes.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { type CaseKind, kindsAbout } from '@geoarchive/domain/cases/kinds.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseFields } from '@geoarchive/frontend-shared/cases/CaseFields.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Checkbox, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

type About = (typeof routes.openCase)['body']['_output']['about'];
type Values = { kind: CaseKind; title: string; text: string; fromSubmitter: boolean };

const subjects = {
  review: 'deposit',
  dossier: 'dossier',
  document: 'document',
  task: 'task',
  'public-notice': 'public-notice',
  evaluation: 'evaluation',
  case: 'case',
  general: 'general',
} as const;

/** Opens a case about what a page shows: a matter of the archive's own, or one that its submitter wrote or called about. */
export const OpenCaseDialog = ({ about, onClose }: { about: About; onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const write = useWrite(cases.openCase);
  const kinds = kindsAbout(subjects[about.kind]);
  /** What no submitter could have written about. */
  const isOwn = about.kind === 'general' || about.kind === 'evaluation';
  const send = async (values: Values) => {
    const { id } = await write.mutateAsync({ body: { ...values, about } });
    void navigate(`/cases/${id}`);
  };
  return (
    <Modal
      open
      title={t('cases.open')}
      okText={t('cases.open')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: kinds[0], fromSubmitter: !isOwn }}
        onFinish={(values) => void send(values).catch(() => undefined)}
      >
        <CaseFields kinds={kinds} />
        {!isOwn && (
          <Form.Item name="fromSubmitter" valuePropName="checked" extra={t('cases.fromSubmitterHint')}>
            <Checkbox>{t('cases.fromSubmitter')}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};
