import { area } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { areaText, shapeOfText } from '@geoarchive/frontend-shared/map/area-text.ts';
import { DrawMap } from '@geoarchive/frontend-shared/map/DrawMap.tsx';
import type { Shape } from '@geoarchive/frontend-shared/map/shape.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AreaFound } from '../area/AreaFound.tsx';

const Found = ({ text }: { text: string }) => {
  const query = useRead(area.reportOfArea, { query: { area: text } });
  return <QueryView query={query}>{(report) => <AreaFound report={report} text={text} />}</QueryView>;
};

/** What is public of an area that is drawn or typed (钻前查询); the area stands in the address, to be passed on. */
const BeforeDrilling = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = params.get('area') ?? '';
  const [shape, setShape] = useState<Shape | undefined>(() => shapeOfText(asked));
  const text = areaText(shape);
  return (
    <Page title={t('drilling.title')} lead={t('drilling.lead')}>
      <Panel title={t('drilling.area')}>
        <p className="ga-soft">{t('drilling.licence')}</p>
        <DrawMap label={t('drilling.map')} kinds={['polygon', 'box']} value={shape} onChange={setShape} />
        <Button
          type="primary"
          disabled={text === undefined}
          onClick={() => text !== undefined && setParams({ area: text })}
        >
          {t('drilling.look')}
        </Button>
      </Panel>
      {shapeOfText(asked) !== undefined && <Found text={asked} />}
    </Page>
  );
};
export default BeforeDrilling;
