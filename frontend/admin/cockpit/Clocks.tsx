import { archive } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';

/** What archives themselves are late with: checks and publications. Read by itself, since it counts lists. */
export const Clocks = ({ node }: { node: string | undefined }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const query = useRead(archive.lateFigures, { query: node === undefined ? {} : { node } });
  return (
    <Panel title={t('cockpit.clocks')}>
      <QueryView query={query} rows={3}>
        {({ asOf, items }) => (
          <>
            <Rows
              label={t('cockpit.clocks')}
              rows={items}
              rowKey={(row) => row.node}
              columns={[
                { key: 'node', title: t('cockpit.node'), show: ({ name }) => say(name) },
                {
                  key: 'check',
                  title: t('cockpit.checkOverdue'),
                  show: (row) => formatCount(row.checkOverdue),
                  width: 180,
                },
                {
                  key: 'release',
                  title: t('cockpit.releaseOverdue'),
                  show: (row) => formatCount(row.releaseOverdue),
                  width: 180,
                },
              ]}
            />
            <p className="ga-soft">{t('cockpit.counted', { at: time(asOf) })}</p>
          </>
        )}
      </QueryView>
    </Panel>
  );
};
