import type { CaseEvidence } from '@geoarchive/contract/case-parts.ts';
import { cases, service } from '@geoarchive/contract/routes.ts';
import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import { askerKinds, purposes } from '@geoarchive/domain/service/codes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseStateTag } from '@geoarchive/frontend-shared/cases/CaseStateTag.tsx';
import { Conversation } from '@geoarchive/frontend-shared/cases/Conversation.tsx';
import { Outcome } from '@geoarchive/frontend-shared/cases/Outcome.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CaseActions } from '../cases/CaseActions.tsx';
import { useHolder } from '../cases/columns.tsx';
import { WritePanel } from '../cases/WritePanel.tsx';
import { ItemPanel } from '../use/ItemPanel.tsx';
import { QuotePanel } from '../use/QuotePanel.tsx';

const lookAgainMs = 15_000;

const Content = ({ of }: { of: UseRequestDetail }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const api = useApi();
  const holder = useHolder();
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
      <Panel title={t('use.form')}>
        <Facts
          items={[
            { label: t('use.person'), value: of.asker.name },
            { label: t('use.unit'), value: of.use?.unit },
            { label: t('use.askerKind'), value: of.use && say(askerKinds[of.use.askerKind]) },
            { label: t('use.purpose'), value: of.use && say(purposes[of.use.purpose]) },
            { label: t('cases.openedAt'), value: time(of.openedAt) },
            { label: t('cases.holder'), value: holder(of) },
            {
              label: t('cases.due'),
              value:
                of.due === undefined || of.daysLeft === undefined
                  ? of.state === 'waiting' && t('cases.clockStopped', { days: of.daysLeft ?? 0 })
                  : t(of.daysLeft < 0 ? 'cases.overdueBy' : 'cases.leftOf', {
                      due: day(of.due),
                      days: Math.abs(of.daysLeft),
                    }),
            },
          ]}
        />
      </Panel>
      <QuotePanel of={of} />
      {of.items.map((item) => (
        <ItemPanel key={item.itemId} request={of} item={item} />
      ))}
      <Panel title={t('cases.conversation')}>
        <Conversation messages={of.messages} evidence={evidence} />
        <WritePanel of={of} />
      </Panel>
    </>
  );
};

/** One request for use: who asks and for what, what each record takes, the conversation, what can be done. */
const UseRequest = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(service.getUseRequest, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('use.request') : `${found.number} ${found.title}`}
      back={{ to: '/use', label: t('nav.use') }}
      lead={found && <CaseStateTag of={found.state} />}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default UseRequest;
