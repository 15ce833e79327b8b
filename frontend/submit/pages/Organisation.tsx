import { identity } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Mandates } from '../organisation/Mandates.tsx';
import { People } from '../organisation/People.tsx';
import { WebhookPanel } from '../webhook/WebhookPanel.tsx';

const names = (items: { name: string }[]): string | undefined =>
  items.length === 0 ? undefined : items.map(({ name }) => name).join('、');

/** The reader's organisation: its people, and who acts for whom. */
const Organisation = () => {
  const { t } = useTranslation();
  const person = usePerson();
  const admin = person?.roles.includes('SUBMITTER_ADMIN') ?? false;
  const me = useRead(identity.me);
  return (
    <Page title={t('nav.organisation')} lead={t(admin ? 'organisation.lead' : 'organisation.leadMember')}>
      <Panel title={t('organisation.about')}>
        <QueryView query={me} rows={2}>
          {({ organisation, subsidiaries, actsFor }) => (
            <Facts
              items={[
                { label: t('organisation.name'), value: organisation?.name },
                { label: t('organisation.id'), value: <code>{organisation?.id}</code> },
                { label: t('organisation.creditCode'), value: organisation?.creditCode },
                { label: t('organisation.subsidiaries'), value: names(subsidiaries) },
                { label: t('organisation.actsFor'), value: names(actsFor) },
              ]}
            />
          )}
        </QueryView>
      </Panel>
      {admin && <People own={person?.email ?? ''} />}
      <Mandates own={person?.organisation ?? ''} admin={admin} />
      {admin && <WebhookPanel />}
    </Page>
  );
};
export default Organisation;
