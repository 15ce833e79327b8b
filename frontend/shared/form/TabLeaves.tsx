import type { KeyboardEvent, ReactNode } from 'react';

const keepTab = (event: KeyboardEvent) => {
  if (event.key === 'Tab') event.stopPropagation();
};

/**
 * Around a field where several things are chosen: the Tab key leaves it, as everywhere. The library's own Tab also picks the
 * option under the cursor, and so takes away again what was just chosen.
 */
export const TabLeaves = ({ children }: { children: ReactNode }) => (
  <div role="presentation" onKeyDownCapture={keepTab}>
    {children}
  </div>
);
