import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { disclosure } from '@geoarchive/contract/routes.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { NoticeItems } from '@geoarchive/frontend-shared/disclosure/NoticeItems.tsx';
import { NoticeState } from '@geoarchive/frontend-shared/disclosure/NoticeState.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { partyOf } from '../disclosure/columns.tsx';
import { NoticeActions } from '../disclosure/NoticeActions.tsx';
import { useArchiveName } from '../transfers/words.tsx';

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const Content = ({ of }: { of: StaffNotice }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const archiveName = useArchiveName();
  const { decided, suspended, objections, lifted, withdrawn, corrects, correctedBy, chase, paper } = of;
  return (
    <>
      <NoticeActions of={of} />
      <Panel title={t('disclosure.facts')}>
        <Facts
          items={[
            { label: t('disclosure.number'), value: of.number },
            { label: t('disclosure.party'), value: partyOf(of) },
            { label: t('disclosure.kind'), value: say(noticeKinds[of.kind].name) },
            { label: t('disclosure.basis'), value: say(noticeKinds[of.kind].basis) },
            { label: t('disclosure.text'), value: of.text },
            { label: t('disclosure.paper'), value: paper && <Link to={`/documents/${paper}`}>{paper}</Link> },
            {
              label: t('disclosure.chase'),
              value: chase && <Link to={`/chases/${chase}`}>{t('disclosure.toChase')}</Link>,
            },
            {
              label: t('disclosure.amount'),
              value: of.amount && t('disclosure.yuan', { amount: of.amount }),
            },
            { label: t('publication.node'), value: archiveName(of.node) },
            { label: t('disclosure.proposedBy'), value: joined(of.proposedBy.name, time(of.proposedAt)) },
            {
              label: t('disclosure.decidedBy'),
              value: decided && joined(decided.by.name, time(decided.at), decided.reason),
            },
            { label: t('disclosure.publishedOn'), value: of.publishedOn && day(of.publishedOn) },
            { label: t('disclosure.objectUntil'), value: of.objectUntil && day(of.objectUntil) },
            {
              label: t('disclosure.suspendedOn'),
              value: suspended && (
                <>
                  {joined(day(suspended.on), suspended.by)} ·{' '}
                  {suspended.caseId === undefined ? (
                    suspended.reason
                  ) : (
                    <Link to={`/cases/${suspended.caseId}`}>{suspended.reason}</Link>
                  )}
                </>
              ),
            },
            {
              label: t('disclosure.objections'),
              value: objections?.map(({ caseId, number, on }) => (
                <div key={caseId}>
                  <Link to={`/cases/${caseId}`}>{number}</Link> · {day(on)}
                </div>
              )),
            },
            {
              label: t('disclosure.lifted'),
              value:
                lifted &&
                joined(day(lifted.on), t(`disclosure.liftReasons.${lifted.reason}`), lifted.by, lifted.text),
            },
            {
              label: t('disclosure.withdrawn'),
              value: withdrawn && joined(day(withdrawn.on), withdrawn.by, withdrawn.reason),
            },
            { label: t('disclosure.until'), value: of.shownUntil && day(of.shownUntil) },
            {
              label: t('disclosure.corrects'),
              value: corrects && (
                <>
                  <Link to={`/public-notices/${corrects.id}`}>{corrects.number}</Link> · {corrects.what}
                </>
              ),
            },
            {
              label: t('disclosure.correctedBy'),
              value: correctedBy && (
                <Link to={`/public-notices/${correctedBy.id}`}>{correctedBy.number}</Link>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('disclosure.items')}>
        <NoticeItems items={of.items} />
      </Panel>
    </>
  );
};

/** One public notice: what it says, who proposed and seconded it, what became of it, what can be done. */
const PublicNotice = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(disclosure.getStaffNotice, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={found === undefined ? t('nav.publicNotices') : partyOf(found)}
      back={{ to: '/public-notices', label: t('nav.publicNotices') }}
      lead={found && <NoticeState of={found.state} />}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default PublicNotice;
