import type { Notice } from '@geoarchive/contract/notices.ts';
import { noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { App, Button, Flex, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePages, useRead, useWrite } from '../api/hooks.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/Page.tsx';
import { problemText } from '../problem/text.ts';
import { QueryView } from '../states/QueryView.tsx';
import { NoticeList } from './NoticeList.tsx';
import { NoticeSettings } from './NoticeSettings.tsx';
import { inboxRoutes } from './routes.ts';

/** What the list shows stands in the address, so that it can be linked to and gone back to. */
const useNarrowing = () => {
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'unread' ? ('unread' as const) : ('all' as const);
  const kind = noticeKinds.find((one) => one === params.get('kind'));
  const narrow = (to: { show?: 'all' | 'unread'; kind?: string | undefined }) => {
    const next = { show, kind, ...to };
    setParams(
      {
        ...(next.show === 'unread' ? { show: next.show } : {}),
        ...(next.kind === undefined ? {} : { kind: next.kind }),
      },
      { replace: true },
    );
  };
  return { show, kind, narrow };
};

const KindSelect = ({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (kind?: string) => void;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data } = useRead(inboxRoutes.settings);
  return (
    <Select
      allowClear
      aria-label={t('notices.kind')}
      placeholder={t('notices.kind')}
      style={{ minWidth: 180 }}
      value={value ?? null}
      options={(data?.kinds ?? []).map(({ kind }) => ({ value: kind, label: say(noticeRule(kind).name) }))}
      onChange={(kind) => onChange(kind ?? undefined)}
    />
  );
};

/** The reader's inbox, the same in every site. */
const InboxPage = () => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { show, kind, narrow } = useNarrowing();
  const query = { show, ...(kind === undefined ? {} : { kind }) };
  const pages = usePages<Notice, typeof inboxRoutes.list>(inboxRoutes.list, { query });
  const markRead = useWrite(inboxRoutes.markRead);
  const markAll = useWrite(inboxRoutes.markAllRead);
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      message.error(problemText(error, t));
    }
  };
  const notices = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const [newest] = notices;
  const unread = notices.some(({ readAt }) => readAt === undefined);
  return (
    <Page
      title={t('notices.title')}
      lead={t('notices.lead')}
      actions={
        <Button
          disabled={newest === undefined || !unread}
          loading={markAll.isPending}
          onClick={() => newest && void attempt(markAll.mutateAsync({ body: { upTo: newest.id } }))}
        >
          {t('notices.markAllRead')}
        </Button>
      }
    >
      <Flex gap={12} wrap style={{ marginBottom: 14 }}>
        <Segmented<'all' | 'unread'>
          aria-label={t('notices.show')}
          value={show}
          options={[
            { value: 'all', label: t('notices.all') },
            { value: 'unread', label: t('notices.unread') },
          ]}
          onChange={(next) => narrow({ show: next })}
        />
        <KindSelect value={kind} onChange={(next) => narrow({ kind: next })} />
      </Flex>
      <QueryView query={pages}>
        {() => (
          <NoticeList
            notices={notices}
            narrowed={show === 'unread' || kind !== undefined}
            onRead={(notice) => void attempt(markRead.mutateAsync({ params: { id: notice.id } }))}
            more={
              pages.hasNextPage
                ? { load: () => void pages.fetchNextPage(), loading: pages.isFetchingNextPage }
                : undefined
            }
          />
        )}
      </QueryView>
      <NoticeSettings />
    </Page>
  );
};
export default InboxPage;
