import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

export type SampleState = 'ready' | 'loading' | 'empty' | 'error' | 'forbidden';
const states: SampleState[] = ['ready', 'loading', 'empty', 'error', 'forbidden'];

/** Chooses which state of a pattern is shown. */
export const StatePicker = ({
  value,
  onChange,
}: {
  value: SampleState;
  onChange: (state: SampleState) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Segmented<SampleState>
      aria-label={t('samples.state')}
      value={value}
      onChange={onChange}
      options={states.map((state) => ({ value: state, label: t(`samples.states.${state}`) }))}
    />
  );
};
