import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Rows } from '../../detail/Rows.tsx';
import { formatCount } from '../../format/numbers.ts';
import { Panel } from '../../layout/Panel.tsx';
import type { ListState } from '../../list/url-state.ts';
import { SheetButtons } from '../../sheets/SheetButtons.tsx';
import { Empty } from '../../states/states.tsx';
import { useFacetWords } from './facet-words.ts';
import {
  type Dimension,
  dimensionsOf,
  type Figure,
  figureRows,
  figuresSheet,
  mostValues,
} from './figures.ts';
import type { FacetCounts, HoleFacet } from './shape.ts';

type Props = { counts: FacetCounts; total: number; state: ListState };

const Share = ({ share }: { share: number }) => {
  const { t } = useTranslation();
  return (
    <span className="ga-share-line">
      <span className="ga-share" aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="ga-numeric">{t('hole.figures.share', { share: (share * 100).toFixed(1) })}</span>
    </span>
  );
};

const One = ({ facet, figures }: Dimension) => {
  const { t } = useTranslation();
  const words = useFacetWords();
  const title = facet === 'part' ? t('hole.figures.complete') : t(`hole.facet.${facet}`);
  return (
    <Panel title={title}>
      <Rows<Figure>
        label={title}
        rows={figures}
        rowKey={({ value }) => value}
        columns={[
          { key: 'value', title: t(`hole.facet.${facet}`), show: ({ value }) => words(facet, value) },
          {
            key: 'count',
            title: t('hole.figures.count'),
            show: ({ count }) => formatCount(count),
            width: 80,
          },
          {
            key: 'share',
            title: t('hole.figures.ofAll'),
            show: ({ share }) => <Share share={share} />,
            width: 150,
          },
        ]}
      />
      {figures.length >= mostValues && (
        <p className="ga-soft">{t('hole.figures.cut', { most: mostValues })}</p>
      )}
    </Panel>
  );
};

/** What is found in figures: by custodian, industry, stage, mineral, type, depth, year, region, and how complete the holes are. */
export const HoleFigures = ({ counts, total, state }: Props) => {
  const { t } = useTranslation();
  const words = useFacetWords();
  const dimensions = dimensionsOf(counts, total, state);
  const rows = () =>
    figureRows(dimensions, {
      facet: (facet: HoleFacet) => (facet === 'part' ? t('hole.figures.complete') : t(`hole.facet.${facet}`)),
      value: words,
    });
  if (dimensions.length === 0)
    return <Empty title={t('list.nothingMatches')} hint={t('hole.search.nothingHint')} />;
  return (
    <>
      <Flex justify="space-between" align="center" gap={8} wrap style={{ marginBottom: 12 }}>
        <span className="ga-soft">{t('hole.figures.lead')}</span>
        <SheetButtons sheet={figuresSheet} rows={rows} />
      </Flex>
      <div className="ga-figure-grid">
        {dimensions.map((of) => (
          <One key={of.facet} {...of} />
        ))}
      </div>
    </>
  );
};
