import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { NoticeItems } from '@geoarchive/frontend-shared/disclosure/NoticeItems.tsx';
import { useNoticeFacts } from '@geoarchive/frontend-shared/disclosure/notice-facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

const Content = ({ of }: { of: PublicNotice }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const facts = useNoticeFacts();
  const { state, says } = of;
  return (
    <>
      {says === undefined && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t(`disclosure.hidden.${state}`)}
          description={t('disclosure.hiddenHint')}
        />
      )}
      <Panel>
        <Facts items={facts(of, (id) => `/notices/${id}`)} />
        {state === 'published' && (
          <p className="ga-soft">{t('disclosure.objectHint', { until: day(of.objectUntil) })}</p>
        )}
      </Panel>
      {says !== undefined && (
        <Panel title={t('disclosure.items')}>
          <NoticeItems items={says.items} />
        </Panel>
      )}
    </>
  );
};

/** One public notice, by its permanent link. */
const Notice = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(portal.getPublicNotice, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={
        found === undefined
          ? t('nav.notices')
          : `${say(noticeKinds[found.kind].name)} · ${found.says?.party.name ?? found.number}`
      }
      back={{ to: '/notices', label: t('nav.notices') }}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Notice;
