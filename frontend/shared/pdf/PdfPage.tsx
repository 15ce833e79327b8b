import { Alert } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  of: PDFDocumentProxy;
  /** Number of the page in this PDF. */
  no: number;
  width: number;
  /** What the page is called where this PDF is a part of another one. */
  shownAs?: { page: number; pages: number };
};

/** One page of a PDF, painted at a width; what came before is stopped. It is a picture: there is nothing to save or select. */
export const PdfPage = ({ of, no, width, shownAs = { page: no, pages: of.numPages } }: Props) => {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { page: shown } = shownAs;
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    let stopped = false;
    let stop = () => {};
    const paint = async () => {
      const page = await of.getPage(no);
      const place = canvas.current;
      if (stopped || place === null) return;
      const ratio = window.devicePixelRatio;
      const scale = (width / page.getViewport({ scale: 1 }).width) * ratio;
      const viewport = page.getViewport({ scale });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      place.style.width = `${Math.floor(viewport.width / ratio)}px`;
      const task = page.render({ canvas: place, viewport });
      stop = () => task.cancel();
      await task.promise;
      place.dataset['painted'] = String(shown);
    };
    setFault(undefined);
    paint().catch((error: unknown) => {
      // A page that was turned before it was painted is no fault.
      if (!stopped) setFault(error);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [of, no, width, shown]);
  return (
    <>
      {fault !== undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="ga-notice"
          title={t('pdf.broken', { page: shownAs.page })}
        />
      )}
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('pdf.pageOf', shownAs)}
        style={{ maxWidth: '100%', border: '1px solid var(--ga-line, #d0d0d0)' }}
        onContextMenu={(event) => event.preventDefault()}
      />
    </>
  );
};
