import { intake } from '@geoarchive/contract/routes.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { NoticeItems } from '@geoarchive/frontend-shared/disclosure/NoticeItems.tsx';
import { useNoticeFacts } from '@geoarchive/frontend-shared/disclosure/notice-facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const lookAgainMs = 30_000;

/** What the authority publishes about the organisation: in full, to be contested. */
const PublicNotices = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const facts = useNoticeFacts();
  const query = useRead(intake.listOwnPublicNotices, { query: { limit: 100 } }, { refreshMs: lookAgainMs });
  return (
    <Page title={t('nav.publicNotices')} lead={t('disclosure.ownLead')}>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('disclosure.ownEmpty')} hint={t('disclosure.ownEmptyHint')} />
          ) : (
            items.map((of) => (
              <Panel
                key={of.id}
                title={`${say(noticeKinds[of.kind].name)} ${of.number}`}
                extra={
                  (of.state === 'published' || of.state === 'suspended') && (
                    <Link
                      to={`/cases/new?about=public-notice&id=${of.id}`}
                      aria-label={t('disclosure.contestThis', { number: of.number })}
                    >
                      {t('cases.contest')}
                    </Link>
                  )
                }
              >
                <Facts items={facts(of, () => '/public-notices')} />
                {of.state === 'published' && (
                  <p className="ga-soft">{t('disclosure.objectHint', { until: day(of.objectUntil) })}</p>
                )}
                {of.says !== undefined && <NoticeItems items={of.says.items} />}
              </Panel>
            ))
          )
        }
      </QueryView>
    </Page>
  );
};
export default PublicNotices;
