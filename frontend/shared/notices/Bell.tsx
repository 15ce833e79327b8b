import { BellOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/hooks.ts';
import { inboxRoutes } from './routes.ts';

/** Often enough to learn of a return while one works, seldom enough to cost nothing. */
const everyMs = 60_000;

/** The way to the inbox, with how many notices are unread. Without an answer it is the way alone. */
export const Bell = () => {
  const { t } = useTranslation();
  const { data } = useRead(inboxRoutes.unread, {}, { refreshMs: everyMs });
  const count = data?.count ?? 0;
  const shown = data?.more ? `${count}+` : String(count);
  return (
    <Link
      to="/notices"
      className="ga-bell"
      aria-label={count === 0 ? t('notices.open') : t('notices.openUnread', { count: shown })}
    >
      <BellOutlined aria-hidden />
      {count > 0 && (
        <span className="ga-bell-count" aria-hidden>
          {shown}
        </span>
      )}
    </Link>
  );
};
