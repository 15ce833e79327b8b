import type { CaseEvidence } from '@geoarchive/contract/case-parts.ts';
import type { StaffCaseDetail } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { caseKinds, subjectKinds } from '@geoarchive/domain/cases/kinds.ts';
import { recordFields } from '@geoarchive/domain/cases/visitors.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseStateTag } from '@geoarchive/frontend-shared/cases/CaseStateTag.tsx';
import { Conversation } from '@geoarchive/frontend-shared/cases/Conversation.tsx';
import { Outcome } from '@geoarchive/frontend-shared/cases/Outcome.tsx';
import { useStatementFacts } from '@geoarchive/frontend-shared/cases/statement-facts.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CaseActions } from '../cases/CaseActions.tsx';
import { useHolder } from '../cases/columns.tsx';
import { WritePanel } from '../cases/WritePanel.tsx';

const lookAgainMs = 20_000;

const Content = ({ of }: { of: StaffCaseDetail }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const api = useApi();
  const holder = useHolder();
  const statement = useStatementFacts();
  const { subject, against, daysLeft } = of;
  const label = subject.label === '' ? say(subjectKinds[subject.kind]) : subject.label;
  const page = {
    dossier: `/dossiers/${subject.id}`,
    document: `/documents/${subject.id}`,
    case: `/cases/${subject.id}`,
    // A record that the archive does not know has no dossier.
    record: subject.depositId && `/dossiers/${subject.id}`,
    deposit: undefined,
    holdings: undefined,
    task: `/tasks/${subject.id}`,
    'public-notice': `/public-notices/${subject.id}`,
    evaluation: `/evaluations/${subject.id}`,
    general: undefined,
  }[subject.kind];
  const evidence = ({ id, name }: CaseEvidence) => (
    <OpenLink
      path={name}
      link={() => api.call(cases.openCaseEvidence, { params: { id: of.id, evidence: id } })}
    />
  );
  return (
    <>
      <CaseActions of={of} />
      <Outcome of={of} evidence={evidence} />
      <Panel title={t('cases.facts')}>
        <Facts
          items={[
            { label: t('cases.kind'), value: say(caseKinds[of.kind].name) },
            { label: t('cases.subject'), value: page === undefined ? label : <Link to={page}>{label}</Link> },
            {
              label: t('cases.against'),
              value: against && <Link to={`/cases/${against.id}`}>{against.number}</Link>,
            },
            ...statement(of.statement),
            { label: t('cases.field'), value: subject.field && say(recordFields[subject.field]) },
            { label: t('cases.asker'), value: of.asker.name },
            { label: t('cases.contact'), value: of.asker.contact },
            { label: t('cases.openedAt'), value: `${time(of.openedAt)} · ${of.openedBy}` },
            { label: t('cases.holder'), value: holder(of) },
            {
              label: t('cases.due'),
              value:
                of.due === undefined || daysLeft === undefined
                  ? of.state === 'waiting' && t('cases.clockStopped', { days: daysLeft ?? 0 })
                  : t(daysLeft < 0 ? 'cases.overdueBy' : 'cases.leftOf', {
                      due: day(of.due),
                      days: Math.abs(daysLeft),
                    }),
            },
          ]}
        />
      </Panel>
      <Panel title={t('cases.conversation')}>
        <Conversation messages={of.messages} evidence={evidence} />
        <WritePanel of={of} />
      </Panel>
    </>
  );
};

/** One case: what it is about, how it stands, what was said, what can be done. */
const Case = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(cases.getCase, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('cases.case') : `${found.number} ${found.title}`}
      back={{ to: '/cases', label: t('nav.cases') }}
      lead={found && <CaseStateTag of={found.state} />}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Case;
