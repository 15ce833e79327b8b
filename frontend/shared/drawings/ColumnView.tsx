import { drawColumn, mostPages, pagesOf } from '@geoarchive/drawings/column/column.ts';
import { type ColumnScale, columnScales, type DrawnHole } from '@geoarchive/drawings/column/hole.ts';
import { App, Button, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { saveBytes, saveFile } from '../list/save-file.ts';
import { problemText } from '../problem/text.ts';
import { PrintSheets } from './PrintSheets.tsx';
import { RockTable } from './RockTable.tsx';
import { Sheet } from './Sheet.tsx';

export type PaperWish = { scale: ColumnScale; paper: 'A4' | 'A3'; language: 'zh' | 'en' };
type Props = { hole: DrawnHole; pdf?: ((wish: PaperWish) => Promise<Uint8Array>) | undefined };

const papers = ['A4', 'A3'] as const;
const errorSeconds = 12;

/** The column of a hole: on the screen in one piece, on paper page by page, true to scale. */
export const ColumnView = ({ hole, pdf }: Props) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const [scale, setScale] = useState<ColumnScale>('fit');
  const [paper, setPaper] = useState<(typeof papers)[number]>('A4');
  const [printing, setPrinting] = useState(false);
  const [busy, setBusy] = useState(false);
  const { pages } = useMemo(
    () => drawColumn(hole, { scale, paper: 'roll', language }),
    [hole, scale, language],
  );
  const wish = { scale, paper, language };
  const tooLong = pagesOf(hole, wish) > mostPages;
  const onPrinted = useCallback(() => setPrinting(false), []);
  const [drawing] = pages;
  const label = t('drawings.columnOf', { hole: hole.header.hole ?? '' });
  const download = async () => {
    setBusy(true);
    try {
      const bytes = await pdf?.(wish);
      if (bytes !== undefined) saveBytes(`${label}.pdf`, 'application/pdf', bytes);
    } catch (error) {
      message.error(problemText(error, t), errorSeconds);
    } finally {
      setBusy(false);
    }
  };
  if (drawing === undefined) return null;
  return (
    <>
      <div className="ga-tools">
        <Segmented<ColumnScale>
          aria-label={t('drawings.scale')}
          value={scale}
          onChange={setScale}
          options={[
            { value: 'fit' as const, label: t('drawings.fit') },
            ...columnScales.map((value) => ({ value, label: `1:${value}` })),
          ]}
        />
        <Button onClick={() => saveFile(`${label}.svg`, 'image/svg+xml', drawing.svg)}>
          {t('drawings.svg')}
        </Button>
        <div className="ga-tools-end">
          <Select
            aria-label={t('drawings.paper')}
            value={paper}
            onChange={setPaper}
            options={papers.map((value) => ({ value, label: value }))}
          />
          <Button disabled={tooLong} onClick={() => setPrinting(true)}>
            {t('drawings.print')}
          </Button>
          {pdf !== undefined && (
            <Button disabled={tooLong} loading={busy} onClick={() => void download()}>
              {t('drawings.pdf')}
            </Button>
          )}
        </div>
      </div>
      {tooLong && <p className="ga-soft">{t('drawings.tooLong', { pages: mostPages })}</p>}
      <Sheet drawing={drawing} label={label} />
      <RockTable layers={hole.children.layers} />
      {printing && <PrintSheets pages={drawColumn(hole, wish).pages} onDone={onPrinted} />}
    </>
  );
};
