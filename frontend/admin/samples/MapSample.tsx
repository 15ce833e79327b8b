import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { DrawMap } from '@geoarchive/frontend-shared/map/DrawMap.tsx';
import { type Shape, shapeKinds } from '@geoarchive/frontend-shared/map/shape.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleAreas } from './data.ts';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

/** A licence area that was drawn already, and one whose line crosses itself. */
const drawn: Shape = {
  kind: 'polygon',
  corners: [
    [110.1, 30.2],
    [110.42, 30.16],
    [110.55, 30.38],
    [110.3, 30.52],
    [110.08, 30.41],
  ],
};
const crossing: Shape = {
  kind: 'polygon',
  corners: [
    [110.1, 30.2],
    [110.5, 30.5],
    [110.5, 30.2],
    [110.1, 30.5],
  ],
};

const Drawing = ({ initial, label }: { initial: Shape | undefined; label: string }) => {
  const [shape, setShape] = useState(initial);
  return <DrawMap label={label} kinds={shapeKinds} value={shape} onChange={setShape} />;
};

const none: typeof sampleAreas = [];

export const MapSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  return (
    <QueryView query={frozen(state, state === 'empty' ? none : sampleAreas, error)}>
      {(areas) => (
        <>
          <Panel title={t('samples.map')}>
            <AreaMap label={t('samples.mapOf', { of: t('samples.map') })} areas={areas} />
          </Panel>
          <Panel title={t('samples.draw')}>
            <Drawing
              label={t('samples.mapOf', { of: t('samples.draw') })}
              initial={areas.length === 0 ? undefined : drawn}
            />
          </Panel>
          <Panel title={t('samples.drawFault')}>
            <Drawing label={t('samples.mapOf', { of: t('samples.drawFault') })} initial={crossing} />
          </Panel>
        </>
      )}
    </QueryView>
  );
};
