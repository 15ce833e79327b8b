import type { Drawing } from '@geoarchive/drawings/svg.ts';
import { useEffect, useState } from 'react';

/** A drawing in its own size, moved within its frame where it is larger than the page; a click opens it by itself. */
export const Sheet = ({ drawing, label }: { drawing: Drawing; label: string }) => {
  const { svg, width, height } = drawing;
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    // A blob, since a long drawing is too much for an address.
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return (
    <div className="ga-sheet">
      <a href={url} target="_blank" rel="noreferrer">
        <img
          src={url}
          alt={label}
          className="ga-drawing"
          style={{ width: `${width}mm`, height: `${height}mm` }}
        />
      </a>
    </div>
  );
};
