export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'bad';

/** The state of a thing: a word in a frame, whose colour is never the only sign. */
export const StateTag = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`ga-tag ga-tag-${tone}`}>{children}</span>
);
