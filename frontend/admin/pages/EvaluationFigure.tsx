import { evaluation } from '@geoarchive/contract/routes.ts';
import { figureOf } from '@geoarchive/domain/reporting/tables/tables.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Item, Objects } from '../reports/Objects.tsx';

/** One side of an indicator of a unit: its definition, and the objects that it counts. */
const EvaluationFigure = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '', unit = '', figure: code = '' } = useParams();
  const figure = figureOf(code);
  const query = usePages<Item, typeof evaluation.listEvaluationObjects>(evaluation.listEvaluationObjects, {
    params: { id, unit, figure: code },
  });
  return (
    <Page
      title={figure === undefined ? t('reporting.figure') : say(figure.name)}
      back={{ to: `/evaluations/${id}`, label: t('nav.evaluations') }}
      lead={figure && say(figure.definition)}
    >
      <QueryView query={query}>{() => <Objects query={query} />}</QueryView>
    </Page>
  );
};
export default EvaluationFigure;
