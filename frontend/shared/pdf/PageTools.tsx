import { Button, Flex, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Widths in which a page is shown, from small to large, in pixels. */
export const pageWidths = [600, 800, 1000, 1300, 1700] as const;

type Props = {
  page: number;
  pages: number;
  /** Place in `pageWidths`. */
  zoom: number;
  onTurn: (page: number) => void;
  onZoom: (zoom: number) => void;
  children?: ReactNode;
};

/** Turns pages and makes them larger or smaller. */
export const PageTools = ({ page, pages, zoom, onTurn, onZoom, children }: Props) => {
  const { t } = useTranslation();
  const turn = (to: number) => onTurn(Math.min(Math.max(1, to), pages));
  return (
    <Flex gap={8} wrap align="center" className="ga-notice" role="toolbar" aria-label={t('pdf.turning')}>
      <Button disabled={page <= 1} onClick={() => turn(page - 1)}>
        {t('pdf.previous')}
      </Button>
      <InputNumber
        min={1}
        max={pages}
        value={page}
        aria-label={t('pdf.page')}
        onChange={(to) => turn(to ?? 1)}
        style={{ width: 80 }}
      />
      <span>{t('pdf.ofPages', { pages })}</span>
      <Button disabled={page >= pages} onClick={() => turn(page + 1)}>
        {t('pdf.next')}
      </Button>
      <Button disabled={zoom === 0} onClick={() => onZoom(zoom - 1)}>
        {t('pdf.smaller')}
      </Button>
      <Button disabled={zoom === pageWidths.length - 1} onClick={() => onZoom(zoom + 1)}>
        {t('pdf.larger')}
      </Button>
      {children}
    </Flex>
  );
};
