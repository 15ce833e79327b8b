import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Section } from './sections.ts';
import type { Ticks } from './use-ticks.ts';

/** "I have looked through this part." */
export const SectionTick = ({ section, ticks }: { section: Section; ticks: Ticks }) => {
  const { t } = useTranslation();
  return (
    <Checkbox
      checked={ticks.held.includes(section)}
      onChange={(event) => ticks.set(section, event.target.checked)}
    >
      {t('review.seen')}
    </Checkbox>
  );
};
