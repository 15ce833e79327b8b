import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { operations } from '@geoarchive/contract/routes.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { QueryView, type Viewed } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { eventName } from './event-name.ts';

type Reply = ReplyOf<typeof operations.tryReplay>;
const shown = 20;

/** What a replay would send and where, and what would stay with the reason. */
export const DryRun = ({ query, total }: { query: Viewed<Reply>; total: number }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <QueryView query={query} rows={4}>
      {({ to, sends, stays, missing }) => (
        <>
          <Alert
            type={sends.length === 0 ? 'warning' : 'info'}
            showIcon
            className="ga-notice"
            title={
              sends.length === 0
                ? t('letters.nothingGoes')
                : t('letters.wouldSend', { count: total, to: to ?? '' })
            }
            description={sends.length > 0 && t('letters.mendFirst')}
          />
          {sends.length > 0 && (
            <ol className="ga-plain-list">
              {sends.slice(0, shown).map((letter) => {
                const name = eventName(letter);
                return (
                  <li key={letter.id}>
                    {name === undefined ? '' : `${say(name)} · `}
                    {letter.summary}
                  </li>
                );
              })}
            </ol>
          )}
          {total > shown && sends.length > 0 && (
            <p className="ga-soft">
              {t('letters.andMore', { count: total - Math.min(shown, sends.length) })}
            </p>
          )}
          {stays.length > 0 && (
            <>
              <h3 className="ga-form-part">{t('letters.wouldStay', { count: stays.length })}</h3>
              <ul className="ga-plain-list">
                {stays.slice(0, shown).map((letter) => (
                  <li key={letter.id}>
                    {letter.summary}
                    {letter.stays !== undefined && <div className="ga-soft">{say(letter.stays)}</div>}
                  </li>
                ))}
              </ul>
            </>
          )}
          {missing.length > 0 && <p>{t('letters.missing', { count: missing.length })}</p>}
        </>
      )}
    </QueryView>
  );
};
