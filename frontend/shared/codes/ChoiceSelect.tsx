import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, type Choices, isFoundBy, valuesOf } from './choices.ts';

export type Control = {
  id?: string;
  value?: string | string[] | undefined;
  onChange?: (value: string | string[] | undefined) => void;
};

type Props = Control & {
  choices: Choices;
  several?: boolean;
  required?: boolean;
  loading?: boolean;
  /** How a value is shown that is not among the choices. */
  say: (value: string) => string;
  /** The values that a text of one's own stands for; none where it cannot be used. */
  own: (text: string) => string[];
};

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined || value === '' ? [] : [value].flat();

/** Chooses from a list by typing; a text that the list does not have can be used as well, and is shown as such. */
export const ChoiceSelect = ({
  choices,
  several = false,
  required = false,
  say,
  own,
  value,
  onChange,
  ...control
}: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const offered = valuesOf(choices);
  const chosen = listOf(value);
  const extra = (one: string, label: string): Choice => ({ value: one, label, find: one });
  const kept = chosen.filter((one) => !offered.has(one)).map((one) => extra(one, say(one)));
  const text = typed.trim();
  const fresh = own(text).filter((one) => !offered.has(one) && !chosen.includes(one));
  const ownText =
    text !== '' && fresh.length > 0 ? [extra(text, t('codes.useOwn', { text: fresh.join('、') }))] : [];
  const change = (next: string | string[] | undefined) => {
    const values = listOf(next).flatMap((one) => (one === text && !chosen.includes(one) ? own(one) : [one]));
    setTyped('');
    onChange?.(several ? [...new Set(values)] : values[0]);
  };
  return (
    <Select<string | string[]>
      {...control}
      {...(several && { mode: 'multiple' as const })}
      allowClear={!required}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (input, option) => isFoundBy(String(option?.['find'] ?? ''), input),
      }}
      value={several ? chosen : (chosen[0] ?? null)}
      onChange={change}
      options={[...choices, ...kept, ...ownText]}
      listHeight={320}
      style={{ width: '100%' }}
    />
  );
};
