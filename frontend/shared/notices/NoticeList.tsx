import type { Notice } from '@geoarchive/contract/notices.ts';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../states/states.tsx';
import { NoticeRow } from './NoticeRow.tsx';

type Props = {
  notices: readonly Notice[];
  /** What the list is narrowed to: an empty one then says so. */
  narrowed: boolean;
  onRead: (notice: Notice) => void;
  more?: { load: () => void; loading: boolean } | undefined;
};

/** Notices, newest first. */
export const NoticeList = ({ notices, narrowed, onRead, more }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      {notices.length === 0 && more === undefined && (
        <Empty
          title={t(narrowed ? 'notices.noneMatch' : 'notices.empty')}
          hint={t(narrowed ? 'notices.noneMatchHint' : 'notices.emptyHint')}
        />
      )}
      {notices.length > 0 && (
        <ul className="ga-inbox" aria-label={t('notices.title')}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onRead={() => onRead(notice)} />
          ))}
        </ul>
      )}
      {more !== undefined && (
        <Flex justify="center" style={{ marginTop: 14 }}>
          <Button onClick={more.load} loading={more.loading}>
            {t('list.more')}
          </Button>
        </Flex>
      )}
    </>
  );
};
