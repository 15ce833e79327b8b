import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { noticeKindCodes } from '@geoarchive/domain/disclosure/notice.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { Empty, Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Narrow, type Sought, shownStates } from '../disclosure/Narrow.tsx';
import { NoticeCard } from '../disclosure/NoticeCard.tsx';

/** The query as the route takes it: what is not chosen is left out. */
const queryOf = ({ q, kind, node, state }: Sought) => {
  const known = noticeKindCodes.find((one) => one === kind);
  const inState = shownStates.find((one) => one === state);
  return {
    limit: 20,
    ...(q === '' ? {} : { q }),
    ...(known === undefined ? {} : { kind: known }),
    ...(node === '' ? {} : { node }),
    ...(inState === undefined ? {} : { state: inState }),
  };
};

/** Public notices (公示): who is overdue, circulated, punished, on the abnormal list; and what was lifted. */
const Notices = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const read = (name: keyof Sought) => params.get(name) ?? '';
  const sought: Sought = { q: read('q'), kind: read('kind'), node: read('node'), state: read('state') };
  const change = (part: Partial<Sought>) => {
    const next = Object.entries({ ...sought, ...part }).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(next), { replace: true });
  };
  const pages = usePages<PublicNotice, typeof portal.listPublicNotices>(portal.listPublicNotices, {
    query: queryOf(sought),
  });
  const { rows, error, complete, more, loadingMore, again } = useRows<PublicNotice>(pages, false);
  const narrowed = Object.values(sought).some((value) => value !== '');
  const feedQuery = new URLSearchParams(
    Object.entries({ kind: sought.kind, node: sought.node }).filter(([, value]) => value !== ''),
  ).toString();
  const feed = (ending: string) =>
    `/api/portal/notice-feed.${ending}${feedQuery === '' ? '' : `?${feedQuery}`}`;
  return (
    <Page
      title={t('nav.notices')}
      lead={t('disclosure.lead')}
      actions={
        <Flex gap={16} wrap>
          <a href={feed('xml')}>{t('disclosure.rss')}</a>
          <a href={feed('json')}>{t('disclosure.jsonFeed')}</a>
        </Flex>
      }
    >
      <Narrow of={sought} onChange={change} />
      {rows === undefined && (error === null ? <Loading /> : <Failed error={error} onRetry={again} />)}
      {rows?.length === 0 && complete && (
        <Empty
          title={t(narrowed ? 'list.nothingMatches' : 'disclosure.empty')}
          hint={t(narrowed ? 'list.nothingMatchesHint' : 'disclosure.emptyHint')}
          action={narrowed && <Button onClick={() => setParams({})}>{t('list.clear')}</Button>}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <ul className="ga-hits" aria-label={t('nav.notices')}>
          {rows.map((one) => (
            <NoticeCard key={one.id} of={one} />
          ))}
        </ul>
      )}
      {rows !== undefined && !complete && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Button loading={loadingMore} onClick={more}>
            {t('list.more')}
          </Button>
        </Flex>
      )}
    </Page>
  );
};
export default Notices;
