import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';

/** A share as a bar, with its number beside it; without a whole there is none. */
export const RateBar = ({ part, whole }: { part: number; whole: number }) => {
  if (whole === 0) return <>—</>;
  const share = percent(part, whole);
  return (
    <span className="ga-share-line">
      <span className="ga-share" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span className="ga-numeric">{share}%</span>
    </span>
  );
};
