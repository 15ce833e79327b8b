import { Link } from 'react-router';
import { formatCount } from '../format/numbers.ts';

export type Figure = { label: string; value: number; to: string; attention?: boolean };

/** Numbers that matter; each leads to its list. A number that calls for action stands out while it is not zero. */
export const Figures = ({ items }: { items: readonly Figure[] }) => (
  <ul className="ga-figures">
    {items.map(({ label, value, to, attention }) => {
      const look = value === 0 ? 'ga-figure-calm' : attention === true ? 'ga-figure-attention' : '';
      return (
        <li key={label}>
          <Link to={to} className={`ga-figure ${look}`}>
            <b>{formatCount(value)}</b>
            {label}
          </Link>
        </li>
      );
    })}
  </ul>
);
