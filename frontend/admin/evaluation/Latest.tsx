import { evaluation } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Ranking } from './Ranking.tsx';
import { useEvaluation } from './use-evaluation.ts';

const shown = 10;

/** On the cockpit: the first of the evaluation that was circulated last; nothing before there is one. */
export const LatestEvaluation = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const list = useRead(evaluation.listEvaluations);
  const latest = list.data?.items.find(({ state }) => state === 'circulated');
  const query = useEvaluation(latest?.id);
  if (query.data === undefined) return null;
  return (
    <Panel title={say(query.data.title)}>
      <Ranking of={query.data} label={say(query.data.title)} most={shown} />
      <Link to={`/evaluations/${query.data.id}`}>{t('evaluation.toWhole')}</Link>
    </Panel>
  );
};
