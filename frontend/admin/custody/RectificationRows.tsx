import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RectificationStateTag } from './InspectionStateTag.tsx';

/** What an inspection asked to be rectified. */
export const RectificationRows = ({ of }: { of: Inspection }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const query = useRead(custodyInspections.listRectifications, {
    query: { custodian: of.custodian, inspection: of.id, limit: 100 },
  });
  return (
    <Panel title={t('nav.rectifications')}>
      <QueryView query={query}>
        {({ items }) => (
          <ul className="ga-rows">
            {items.map((one) => (
              <li key={one.id}>
                <Link to={`/custody/rectifications/${one.id}`}>{one.number}</Link>{' '}
                <RectificationStateTag of={one} /> {t('custody.dueOn', { day: day(one.due) })}
                <div className="ga-prose">{one.finding.text}</div>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
};
