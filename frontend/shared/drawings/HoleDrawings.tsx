import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { DrawnHeader } from '@geoarchive/drawings/column/hole.ts';
import { Tabs } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../layout/Panel.tsx';
import { ColumnView, type PaperWish } from './ColumnView.tsx';
import { DeviationView } from './DeviationView.tsx';
import { TracksView } from './TracksView.tsx';
import { curvesOf, type ReadCurve } from './use-curves.ts';

type Props = {
  header: DrawnHeader;
  content: HoleContent;
  curve: ReadCurve;
  /** Makes the column as PDF; without it there is print. */
  pdf?: (wish: PaperWish) => Promise<Uint8Array>;
};

/** The drawings of a hole: column, log curves, path; those that it has something for. */
export const HoleDrawings = ({ header, content, curve, pdf }: Props) => {
  const { t } = useTranslation();
  const { children, logs } = content;
  const hole = useMemo(() => ({ header, children }), [header, children]);
  const curves = useMemo(() => curvesOf(logs), [logs]);
  const deviates = children.survey.length > 0 || (header.dip !== undefined && header.dip !== 90);
  const views = [
    {
      key: 'column',
      shown: children.layers.length > 0 || children.tops.length > 0,
      children: <ColumnView hole={hole} pdf={pdf} />,
    },
    {
      key: 'tracks',
      shown: curves.length > 0,
      children: <TracksView hole={hole} curves={curves} read={curve} />,
    },
    { key: 'deviation', shown: deviates, children: <DeviationView hole={hole} /> },
  ].filter(({ shown }) => shown);
  if (views.length === 0) return null;
  return (
    <Panel title={t('drawings.title')}>
      <Tabs
        items={views.map(({ key, children: view }) => ({ key, label: t(`drawings.${key}`), children: view }))}
      />
    </Panel>
  );
};
