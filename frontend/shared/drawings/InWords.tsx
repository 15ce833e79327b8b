import { type ReactNode, useState } from 'react';

/** What a picture shows in words, made when it is asked for. */
export const InWords = ({ title, children }: { title: string; children: () => ReactNode }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="ga-drawing-words" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
};
