import type { CaseEvidence } from '@geoarchive/contract/case-parts.ts';
import { service } from '@geoarchive/contract/routes.ts';
import type { OwnUseItem } from '@geoarchive/contract/service-parts.ts';
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
import { UseItemState } from '@geoarchive/frontend-shared/use/UseItemState.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { QuotePanel } from '../use/QuotePanel.tsx';
import { RequestActions } from '../use/RequestActions.tsx';

const lookAgainMs = 10_000;

const Records = ({ items }: { items: readonly OwnUseItem[] }) => {
  const { t } = useTranslation();
  return (
    <ul className="ga-plain-list">
      {items.map(({ itemId, title, state, reasons, grant }) => (
        <li key={itemId}>
          <strong>{title}</strong> <UseItemState of={state} />
          {grant && (
            <p>
              <Link to={`/use/grants/${grant.id}`}>{t('use.toGrant', { number: grant.number })}</Link>
            </p>
          )}
          {reasons !== undefined && <p className="ga-prose ga-soft">{reasons}</p>}
        </li>
      ))}
    </ul>
  );
};

/** One request: how each record stands, what was said, what can be done. */
const UseRequest = () => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const { id = '' } = useParams();
  const api = useApi();
  const query = useRead(service.getOwnUseRequest, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  const fromArchive = ({ id: evidence, name }: CaseEvidence) => (
    <OpenLink path={name} link={() => api.call(service.openOwnUseEvidence, { params: { id, evidence } })} />
  );
  return (
    <Page
      title={found === undefined ? t('use.request') : `${found.number ?? ''} ${found.title}`.trim()}
      back={{ to: '/use', label: t('nav.use') }}
      lead={found && <CaseStateTag of={found.state} />}
      actions={found && <RequestActions of={found} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            {of.number === undefined && (
              <Alert type="info" showIcon className="ga-notice" title={t('cases.onItsWayNotice')} />
            )}
            {of.state === 'waiting' && (
              <Alert type="warning" showIcon className="ga-notice" title={t('cases.waitingNotice')} />
            )}
            <Outcome of={of} evidence={fromArchive} />
            <Panel title={t('use.records')}>
              <Records
                items={of.uses ?? (of.use?.records ?? []).map((one) => ({ ...one, state: 'asked' as const }))}
              />
            </Panel>
            <QuotePanel of={of} />
            <Panel title={t('use.form')}>
              <Facts
                items={[
                  { label: t('use.purpose'), value: of.use && say(purposes[of.use.purpose]) },
                  { label: t('use.askerKind'), value: of.use && say(askerKinds[of.use.askerKind]) },
                  { label: t('use.unit'), value: of.use?.unit },
                  { label: t('cases.openedAt'), value: time(of.openedAt) },
                  { label: t('cases.due'), value: of.due === undefined ? undefined : day(of.due) },
                ]}
              />
            </Panel>
            <Panel title={t('cases.conversation')}>
              <Conversation
                messages={of.messages}
                evidence={(one, from) => (from === 'archive' ? fromArchive(one) : one.name)}
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default UseRequest;
