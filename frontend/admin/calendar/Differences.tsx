import type { HolidayYear } from '@geoarchive/contract/calendar.ts';
import { isWeekend } from '@geoarchive/domain/calendar/working-days.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';

type Difference = HolidayYear['differences'][number];

/** Where the year differs from the table that came with the system. */
export const Differences = ({ of, label }: { of: readonly Difference[]; label: string }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const word = (at: string, kind: Difference['was']) =>
    t(`calendar.mark.${kind === 'unnamed' ? (isWeekend(at) ? 'weekend' : 'none') : kind}`);
  return (
    <div className="ga-table">
      <Table
        size="small"
        aria-label={label}
        rowKey="day"
        dataSource={[...of]}
        pagination={false}
        columns={[
          { key: 'day', title: t('calendar.day'), render: (_, row) => day(row.day) },
          { key: 'was', title: t('calendar.was'), render: (_, row) => word(row.day, row.was) },
          { key: 'is', title: t('calendar.is'), render: (_, row) => word(row.day, row.is) },
        ]}
      />
    </div>
  );
};
