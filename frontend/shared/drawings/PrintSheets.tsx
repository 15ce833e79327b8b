import type { Drawing } from '@geoarchive/drawings/svg.ts';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

/** Prints drawings and nothing else of the page, each on a sheet of its own; says when it is over. */
export const PrintSheets = ({ pages, onDone }: { pages: readonly Drawing[]; onDone: () => void }) => {
  const sheets = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    let wanted = true;
    const pictures = [...(sheets.current?.querySelectorAll('img') ?? [])];
    // A picture that cannot be decoded keeps the others from nobody.
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (wanted) window.print();
    });
    return () => {
      wanted = false;
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  const [first] = pages;
  return createPortal(
    <div ref={sheets} className="ga-print-sheets" aria-hidden="true">
      {first !== undefined && (
        <style>{`@page { size: ${first.width}mm ${first.height}mm; margin: 0 }`}</style>
      )}
      {pages.map(({ svg, width, height }) => (
        <img
          key={svg}
          alt=""
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          style={{ width: `${width}mm`, height: `${height}mm` }}
        />
      ))}
    </div>,
    document.body,
  );
};
