import { useEffect, useRef, useState } from 'react';

/** A text that is being written until it is sent. What the address says anew of its own is shown; what was sent from here is not put back over what was written since. */
export const useDraft = (asked: string) => {
  const [draft, write] = useState(asked);
  const sent = useRef(asked);
  useEffect(() => {
    if (asked !== sent.current) write(asked);
    sent.current = asked;
  }, [asked]);
  const send = (text: string) => {
    sent.current = text;
  };
  return { draft, write, send };
};
