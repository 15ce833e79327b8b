import type { CaseEvidence } from '@geoarchive/contract/case-parts.ts';
import type { ReportAnswer } from '@geoarchive/contract/reports.ts';
import { reports } from '@geoarchive/contract/routes.ts';
import { caseKinds } from '@geoarchive/domain/cases/kinds.ts';
import { recordFields } from '@geoarchive/domain/cases/visitors.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseStateTag } from '@geoarchive/frontend-shared/cases/CaseStateTag.tsx';
import { Conversation } from '@geoarchive/frontend-shared/cases/Conversation.tsx';
import { Outcome } from '@geoarchive/frontend-shared/cases/Outcome.tsx';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** How a report stands, what the archive answered, and the way to answer what it asks. */
export const AnswerView = ({ of, code }: { of: ReportAnswer; code: string }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const api = useApi();
  const [answering, setAnswering] = useState(false);
  const write = useWrite(reports.answerReport);
  const { subject } = of;
  const evidence = ({ id, name }: CaseEvidence) => (
    <OpenLink
      path={name}
      link={() => api.call(reports.openReportEvidence, { params: { evidence: id }, query: { code } })}
    />
  );
  const send = async (text: string) => {
    await write.mutateAsync({ body: { code, text } });
    setAnswering(false);
  };
  return (
    <>
      <Outcome of={of} evidence={evidence} />
      {of.can.includes('answer') && (
        <Alert
          type="warning"
          showIcon
          className="ga-notice"
          title={t('report.asked')}
          action={<Button onClick={() => setAnswering(true)}>{t('report.answer')}</Button>}
        />
      )}
      <Panel title={of.title} extra={<CaseStateTag of={of.state} />}>
        <Facts
          items={[
            { label: t('cases.number'), value: of.number ?? t('cases.onItsWay') },
            { label: t('cases.kind'), value: say(caseKinds[of.kind].name) },
            {
              label: t('cases.subject'),
              value: <Link to={`/records/${subject.id}`}>{subject.label}</Link>,
            },
            { label: t('report.field'), value: subject.field && say(recordFields[subject.field]) },
            { label: t('cases.openedAt'), value: time(of.openedAt) },
            { label: t('cases.due'), value: of.due && day(of.due) },
          ]}
        />
      </Panel>
      <Panel title={t('cases.conversation')}>
        <Conversation messages={of.messages} evidence={evidence} />
      </Panel>
      {answering && (
        <TextDialog
          title={t('report.answer')}
          label={t('report.answerText')}
          error={write.error}
          busy={write.isPending}
          onClose={() => setAnswering(false)}
          onSend={send}
        />
      )}
    </>
  );
};
