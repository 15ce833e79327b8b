import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListChange, ListState } from '../../list/url-state.ts';
import { useDraft } from '../../list/use-draft.ts';
import { type Bound, boundOf } from './shape.ts';

type Props = { state: ListState; onChange: (change: ListChange) => void };
type Pair = { of: 'finished' | 'curve'; type: 'date' | 'number'; bounds: readonly [Bound, Bound] };
const pairs: readonly Pair[] = [
  { of: 'finished', type: 'date', bounds: ['finishedFrom', 'finishedTo'] },
  { of: 'curve', type: 'number', bounds: ['curveFrom', 'curveTo'] },
];

/** Two bounds that are asked for together, when one leaves them or says Enter. */
const Both = ({ of, type, bounds: [low, high], state, onChange }: Pair & Props) => {
  const { t } = useTranslation();
  const id = useId();
  const fields = [
    { bound: low, ...useDraft(boundOf(state, low)) },
    { bound: high, ...useDraft(boundOf(state, high)) },
  ];
  const ask = () => {
    if (fields.every(({ bound, draft }) => draft === boundOf(state, bound))) return;
    for (const { draft, send } of fields) send(draft);
    const said = fields.map(({ bound, draft }) => [bound, draft === '' ? [] : [draft]] as const);
    onChange(({ filters }) => ({ filters: { ...filters, ...Object.fromEntries(said) } }));
  };
  return (
    <fieldset
      className="ga-facet"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) ask();
      }}
    >
      <legend>{t(`hole.search.${of}`)}</legend>
      {fields.map(({ bound, draft, write }) => (
        <span key={bound} className="ga-field">
          <label htmlFor={`${id}-${bound}`}>{t(`hole.search.${bound}`)}</label>
          <Input
            id={`${id}-${bound}`}
            size="small"
            type={type}
            {...(type === 'number' ? { min: 0, max: 20_000 } : {})}
            value={draft}
            onChange={({ target }) => write(target.value)}
            onPressEnter={ask}
          />
        </span>
      ))}
    </fieldset>
  );
};

/** From when to when holes were finished, and from where to where the chosen curves must reach. */
export const HoleBounds = ({ state, onChange }: Props) =>
  pairs
    .filter(({ of }) => of === 'finished' || (state.filters['curve'] ?? []).length > 0)
    .map((pair) => <Both key={pair.of} {...pair} state={state} onChange={onChange} />);
