import type { RecordUsage } from '@geoarchive/contract/portal.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';

/** How often a record was used, programs apart; nothing as long as nothing was told. */
export const Usage = ({ of }: { of: RecordUsage | undefined }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  if (of === undefined) return null;
  return (
    <Panel title={t('record.usage')}>
      <Facts
        items={[
          { label: t('record.views'), value: formatCount(of.views) },
          { label: t('record.downloads'), value: formatCount(of.downloads) },
          { label: t('record.granted'), value: formatCount(of.granted) },
          { label: t('record.robots'), value: formatCount(of.robots) },
          { label: t('record.asOf'), value: day(of.asOf) },
        ]}
      />
    </Panel>
  );
};
