import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { NoticeState } from '@geoarchive/frontend-shared/disclosure/NoticeState.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A notice in a list: whom it is about, what, since when, how it stands. */
export const NoticeCard = ({ of }: { of: PublicNotice }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const [first] = of.says?.items ?? [];
  return (
    <li>
      <h2>
        <Link to={`/notices/${of.id}`}>{of.says?.party.name ?? of.number}</Link>
      </h2>
      <p className="ga-hit-facts">
        <NoticeState of={of.state} /> {say(noticeKinds[of.kind].name)} · {of.number} · {day(of.publishedOn)}
        {of.lifted && ` · ${t('disclosure.liftedOn', { on: day(of.lifted.on) })}`}
      </p>
      {first !== undefined && (
        <p className="ga-soft">
          {t('disclosure.summary', {
            name: first.name,
            due: day(first.due),
            count: of.says?.items.length ?? 0,
          })}
        </p>
      )}
    </li>
  );
};
