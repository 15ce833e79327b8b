import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dueYear } from './words.ts';

const yearsShown = 6;

/** The year that a page is about, from its address; else the one whose report is due. */
export const useYear = (): number => {
  const [params] = useSearchParams();
  const asked = Number(params.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2999 ? asked : dueYear();
};

export const YearSelect = () => {
  const { t } = useTranslation();
  const year = useYear();
  const [, setParams] = useSearchParams();
  const known = Array.from({ length: yearsShown }, (_, n) => dueYear() + 1 - n);
  return (
    <Select
      aria-label={t('reporting.year')}
      value={year}
      options={[...new Set([year, ...known])]
        .toSorted((a, b) => b - a)
        .map((value) => ({ value, label: value }))}
      onChange={(value) => setParams({ year: String(value) }, { replace: true })}
    />
  );
};
