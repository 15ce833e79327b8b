import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Ask } from '../bars/Ask.tsx';
import { ChangesExport } from '../bars/exports.tsx';

/** The one page of a registry or funder: may this party be granted that, and what has changed of whom? */
const Eligibility = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.eligibility')} lead={t('bars.askLead')}>
      <Ask />
      <Panel title={t('bars.changes')}>
        <p className="ga-soft">{t('bars.changesHint')}</p>
        <ChangesExport />
      </Panel>
    </Page>
  );
};
export default Eligibility;
