import type { ReactNode } from 'react';
import { Fragment } from 'react';

export type Fact = { label: string; value: ReactNode };

/** What is known about a thing, as names and values; unknown values are left out. */
export const Facts = ({ items }: { items: readonly Fact[] }) => (
  <dl className="ga-facts">
    {items
      .filter(({ value }) => value !== undefined && value !== null && value !== false && value !== '')
      .map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);
