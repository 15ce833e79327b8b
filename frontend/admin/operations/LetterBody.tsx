import type { DeadMessage } from '@geoarchive/contract/operations.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

/** All that is known about one message, and what it says. */
export const LetterBody = ({ of }: { of: DeadMessage }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <>
      <Facts
        items={[
          { label: t('letters.id'), value: <code>{of.id}</code> },
          { label: t('letters.event'), value: of.event },
          { label: t('letters.group'), value: of.group },
          { label: t('letters.size'), value: formatBytes(of.bytes) },
          { label: t('letters.reason'), value: of.reason ?? t('letters.reasonInLog') },
          { label: t('letters.stays'), value: of.stays && say(of.stays) },
        ]}
      />
      <pre className="ga-raw">{of.text}</pre>
      {of.cut && <p className="ga-soft">{t('letters.cut')}</p>}
    </>
  );
};
