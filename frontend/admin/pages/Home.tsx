import { archive, cases } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { UnreadNotices } from '@geoarchive/frontend-shared/notices/UnreadNotices.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useQueues } from '../operations/use-queues.ts';
import { archiveReaders, askers, auditors, caseReaders, operators, staff } from '../roles.ts';

const Numbers = () => {
  const { t } = useTranslation();
  const overview = useRead(archive.overview, {}, { refreshMs: 60_000 });
  return (
    <QueryView query={overview} rows={4}>
      {({ reviews, dossiers, checkOverdue, releaseOverdue, tasksOverdue, transfersOverdue, transfersIn }) => (
        <>
          <h2 className="ga-figures-title">{t('home.now')}</h2>
          <Figures
            items={[
              { label: t('home.toCheck'), value: reviews['received'] ?? 0, to: '/reviews?state=received' },
              {
                label: t('home.checkOverdue'),
                value: checkOverdue,
                to: '/reviews?state=received&term=late',
                attention: true,
              },
              { label: t('home.toCertify'), value: reviews['accepted'] ?? 0, to: '/certificates' },
              {
                label: t('home.toApprove'),
                value: dossiers['proposed'] ?? 0,
                to: '/dossiers?release=proposed',
              },
              {
                label: t('home.releaseOverdue'),
                value: releaseOverdue,
                to: '/dossiers?term=late',
                attention: true,
              },
              {
                label: t('home.tasksOverdue'),
                value: tasksOverdue,
                to: '/tasks?urgency=late',
                attention: true,
              },
              {
                label: t('home.transfersOverdue'),
                value: transfersOverdue,
                to: `/transfers?way=out&show=open&to=${addDays(dayOf(new Date()), -1)}`,
                attention: true,
              },
              {
                label: t('home.transfersIn'),
                value: transfersIn,
                to: '/transfers?way=in&show=sent',
              },
            ]}
          />
          <h2 className="ga-figures-title">{t('home.holdings')}</h2>
          <Figures
            items={[
              {
                label: t('home.accepting'),
                value: reviews['accepting'] ?? 0,
                to: '/reviews?state=accepting',
              },
              { label: t('home.returned'), value: reviews['returned'] ?? 0, to: '/reviews?state=returned' },
              {
                label: t('home.certified'),
                value: reviews['certified'] ?? 0,
                to: '/reviews?state=certified',
              },
              { label: t('home.closed'), value: dossiers['closed'] ?? 0, to: '/dossiers?release=closed' },
              {
                label: t('home.released'),
                value: dossiers['released'] ?? 0,
                to: '/dossiers?release=released',
              },
            ]}
          />
        </>
      )}
    </QueryView>
  );
};

const CaseNumbers = () => {
  const { t } = useTranslation();
  const query = useRead(cases.caseFigures, {}, { refreshMs: 60_000 });
  return (
    <QueryView query={query} rows={2}>
      {({ open, overdue, mine }) => (
        <>
          <h2 className="ga-figures-title">{t('nav.cases')}</h2>
          <Figures
            items={[
              { label: t('home.casesOpen'), value: open, to: '/cases' },
              {
                label: t('home.casesOverdue'),
                value: overdue,
                to: '/cases/show/overdue',
                attention: true,
              },
              { label: t('home.casesMine'), value: mine, to: '/cases/show/mine' },
            ]}
          />
        </>
      )}
    </QueryView>
  );
};

const StuckNumbers = () => {
  const { t } = useTranslation();
  const { rows, error } = useQueues();
  if (rows === undefined) return error === null ? <Loading rows={2} /> : <ProblemAlert error={error} />;
  const value = rows.reduce((sum, { waiting }) => sum + waiting, 0);
  return <Figures items={[{ label: t('home.deadLetters'), value, to: '/dead-letters', attention: true }]} />;
};

const Home = () => {
  const { t } = useTranslation();
  const person = usePerson();
  const roles = person?.roles ?? [];
  const reads = reaches(archiveReaders, roles);
  const operates = reaches(operators, roles);
  const works = reaches(caseReaders, roles);
  const audits = reaches(auditors, roles);
  if (!reaches(staff, roles) && reaches(askers, roles)) return <Navigate to="/eligibility" replace />;
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      {operates && <StuckNumbers />}
      {reads && <Numbers />}
      {works && <CaseNumbers />}
      <UnreadNotices />
      {audits && <Empty title={t('home.audits')} action={<Link to="/audit">{t('nav.audit')}</Link>} />}
      {!reads && !works && !operates && !audits && (
        <Empty title={t('home.nothing')} hint={t('home.nothingHint')} />
      )}
    </Page>
  );
};
export default Home;
