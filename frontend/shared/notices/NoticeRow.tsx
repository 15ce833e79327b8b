import type { Notice } from '@geoarchive/contract/notices.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

type Props = { notice: Notice; onRead: () => void };

/** A notice: whoever follows it has read it. */
export const NoticeRow = ({ notice, onRead }: Props) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const unread = notice.readAt === undefined;
  return (
    <li className={unread ? 'ga-inbox-item ga-inbox-item-unread' : 'ga-inbox-item'}>
      <div className="ga-inbox-item-head">
        <Link to={notice.link} onClick={() => unread && onRead()}>
          {unread && <span className="ga-hidden">{t('notices.unreadMark')}</span>}
          {say(notice.title)}
        </Link>
        {notice.legal && <StateTag tone="attention">{t('notices.legal')}</StateTag>}
        <time dateTime={notice.at} className="ga-soft">
          {time(notice.at)}
        </time>
      </div>
      <p>{say(notice.text)}</p>
      {unread ? (
        <Button
          size="small"
          onClick={onRead}
          aria-label={t('notices.markReadOf', { title: say(notice.title) })}
        >
          {t('notices.markRead')}
        </Button>
      ) : (
        <span className="ga-soft">{t('notices.readAt', { at: time(notice.readAt ?? notice.at) })}</span>
      )}
    </li>
  );
};
