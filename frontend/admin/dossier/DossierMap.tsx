import type { Box } from '@geoarchive/frontend-shared/format/coordinates.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the work was. */
export const DossierMap = ({ box, label }: { box: Box | undefined; label: string }) => {
  const { t } = useTranslation();
  const areas = useMemo(() => (box === undefined ? [] : [{ id: 'area', label: '', box }]), [box]);
  return (
    <Panel title={t('dossier.map')}>
      <AreaMap label={label} areas={areas} />
    </Panel>
  );
};
