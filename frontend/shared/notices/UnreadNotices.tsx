import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, useWrite } from '../api/hooks.ts';
import { usePerson } from '../auth/context.ts';
import { problemText } from '../problem/text.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { hasInbox, inboxRoutes } from './routes.ts';

/** So many that they are looked at; the inbox has the others. */
const shown = 4;
const everyMs = 60_000;

const Newest = () => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data } = useRead(
    inboxRoutes.list,
    { query: { show: 'unread', limit: shown } },
    { refreshMs: everyMs },
  );
  const markRead = useWrite(inboxRoutes.markRead);
  const notices = data?.items ?? [];
  if (notices.length === 0) return null;
  const read = (id: string) =>
    markRead.mutateAsync({ params: { id } }).catch((error: unknown) => message.error(problemText(error, t)));
  return (
    <section className="ga-unread" aria-labelledby="unread-notices">
      <div className="ga-unread-head">
        <h2 id="unread-notices" className="ga-figures-title">
          {t('notices.newest')}
        </h2>
        <Link to="/notices">{t('notices.toInbox')}</Link>
      </div>
      <ul className="ga-inbox">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onRead={() => void read(notice.id)} />
        ))}
      </ul>
    </section>
  );
};

/** The newest of what somebody has not read yet, for the page where they begin; nothing when there is nothing. */
export const UnreadNotices = () => {
  const roles = usePerson()?.roles ?? [];
  return hasInbox(roles) ? <Newest /> : null;
};
