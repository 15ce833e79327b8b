import type { Agreement as Shown } from '@geoarchive/contract/custody-agreements.ts';
import { custodyAgreements } from '@geoarchive/contract/routes.ts';
import { dataClasses } from '@geoarchive/domain/codes/data-classes.ts';
import { agreementLifecycle, entrustedKindNames } from '@geoarchive/domain/custody/agreement.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AgreementState } from '../custody/AgreementState.tsx';
import { FileButton } from '../custody/FileButton.tsx';
import { MoveAgreement } from '../custody/MoveAgreement.tsx';
import { useCustodians } from '../custody/use-custodians.ts';

const Said = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  return (
    <Panel title={t('custody.history')}>
      <ul className="ga-rows">
        <li>{t('custody.drafted', { by: of.madeBy, at: time(of.madeAt) })}</li>
        {of.said.map(({ move, text, by, at }) => (
          <li key={at}>
            <strong>{say(agreementLifecycle.moves[move].label)}</strong> · {by} · {time(at)}
            <div className="ga-prose">{text}</div>
          </li>
        ))}
      </ul>
      {of.handBack !== undefined && (
        <Facts
          items={[
            {
              label: t('custody.handBack.plan'),
              value: <span className="ga-prose">{of.handBack.plan}</span>,
            },
            { label: t('custody.handBack.by'), value: day(of.handBack.by) },
            { label: t('custody.handBack.to'), value: of.handBack.to },
          ]}
        />
      )}
    </Panel>
  );
};

const Papers = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const api = useApi();
  const attach = useWrite(custodyAgreements.attachToAgreement);
  return (
    <Panel title={t('custody.papers')}>
      {of.documents.length === 0 && <p className="ga-soft">{t('custody.noPapers')}</p>}
      <ul className="ga-plain-list">
        {of.documents.map(({ id, name }) => (
          <li key={id}>
            <OpenLink
              path={name}
              link={() =>
                api.call(custodyAgreements.openAgreementDocument, { params: { id: of.id, file: id } })
              }
            />
          </li>
        ))}
      </ul>
      {(of.mayEdit || of.moves.length > 0) && (
        <FileButton
          label={t('custody.addPaper')}
          onSend={(body) => attach.mutateAsync({ params: { id: of.id }, body })}
        />
      )}
    </Panel>
  );
};

/** One agreement: scope, duties, term, papers, history. */
const Agreement = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { id = '' } = useParams();
  const parties = useCustodians();
  const query = useRead(custodyAgreements.getAgreement, { params: { id } });
  const className = (slug: string) => {
    const entry = dataClasses.entries.find((one) => one.slug === slug);
    return entry === undefined ? slug : say(entry.name);
  };
  return (
    <Page
      title={query.data?.number ?? t('custody.agreement')}
      back={{ to: '/custody/agreements', label: t('nav.agreements') }}
      actions={query.data !== undefined && <MoveAgreement of={query.data} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <Panel title={of.title}>
              <Facts
                items={[
                  { label: t('custody.state'), value: <AgreementState of={of} /> },
                  { label: t('custody.custodian'), value: parties.custodian(of.custodian) },
                  { label: t('custody.authority'), value: parties.authority(of.authority) },
                  { label: t('custody.reference'), value: of.reference },
                  {
                    label: t('custody.termDays'),
                    value: t('custody.fromTo', { from: day(of.start), to: day(of.end) }),
                  },
                  {
                    label: t('custody.kinds'),
                    value: of.scope.kinds.map((kind) => say(entrustedKindNames[kind])).join('、'),
                  },
                  { label: t('custody.classes'), value: of.scope.classes.map(className).join('、') },
                  { label: t('custody.area'), value: of.scope.area },
                  { label: t('custody.duties'), value: <span className="ga-prose">{of.duties}</span> },
                  ...of.contacts.map(({ side, name, phone }) => ({
                    label: t(`custody.contactOf.${side}`),
                    value: [name, phone].filter(Boolean).join(' · '),
                  })),
                  {
                    label: t('custody.predecessor'),
                    value: of.predecessor !== undefined && (
                      <Link to={`/custody/agreements/${of.predecessor}`}>{t('custody.openPredecessor')}</Link>
                    ),
                  },
                  {
                    label: t('custody.successor'),
                    value: of.successor !== undefined && (
                      <Link to={`/custody/agreements/${of.successor.id}`}>{of.successor.number}</Link>
                    ),
                  },
                ].filter(({ value }) => value !== false)}
              />
            </Panel>
            <Papers of={of} />
            <Said of={of} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Agreement;
