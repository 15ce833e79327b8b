import { rules } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DutyRule } from '../rules/DutyRule.tsx';
import { ReleaseRule } from '../rules/ReleaseRule.tsx';
import { RoutingRule } from '../rules/RoutingRule.tsx';
import { byRule } from '../rules/versions.ts';

/** One rule, of whichever family has its id. */
const Rule = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(rules.listRules);
  const today = dayOf(new Date());
  const { items = [], routing = [], release = [] } = query.data ?? {};
  const duty = byRule(items, today).find((one) => one.id === id);
  const receiver = byRule(routing, today).find((one) => one.id === id);
  const publication = byRule(release, today).find((one) => one.id === id);
  const name = (duty ?? receiver ?? publication)?.counts.name;
  return (
    <Page
      title={name === undefined ? t('rules.rule') : say(name)}
      back={{ to: '/rules', label: t('nav.rules') }}
    >
      <QueryView query={query}>
        {() => (
          <>
            {duty !== undefined && <DutyRule of={duty} />}
            {receiver !== undefined && <RoutingRule of={receiver} />}
            {publication !== undefined && <ReleaseRule of={publication} />}
            {name === undefined && <Empty title={t('rules.unknown')} />}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Rule;
