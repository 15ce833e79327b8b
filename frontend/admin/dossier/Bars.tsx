import type { Dossier } from '@geoarchive/contract/archive.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';

/** What stands against publication, reason by reason, under a sentence that says what it stands against. */
export const Bars = ({ title, bars }: { title: string; bars: Dossier['bars'] }) => {
  const { say } = useLanguage();
  return (
    <Alert
      type="info"
      showIcon
      className="ga-notice"
      title={title}
      description={
        <ul className="ga-plain-list">
          {bars.map((bar) => (
            <li key={bar.code}>{say(bar.message)}</li>
          ))}
        </ul>
      }
    />
  );
};
