import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = { title?: string; extra?: ReactNode; children: ReactNode };

/** A titled part of a page. */
export const Panel = ({ title, extra, children }: Props) => {
  const id = useId();
  return (
    <section className="ga-panel" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className="ga-panel-head">
          <h2 id={id}>{title}</h2>
          {extra}
        </header>
      )}
      <div className="ga-panel-body">{children}</div>
    </section>
  );
};
