import { calendar } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Reckoning } from '../calendar/Reckoning.tsx';
import { YearView } from '../calendar/YearView.tsx';
import { calendarEditors } from '../roles.ts';

const [first, last] = [1990, 2100];
const yearOf = (text: string | null): number => {
  const year = Number(text);
  return Number.isInteger(year) && year >= first && year <= last
    ? year
    : Number(dayOf(new Date()).slice(0, 4));
};

/** The calendar of working days that terms are counted with. */
const Calendar = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const year = yearOf(params.get('year'));
  const query = useRead(calendar.getHolidayYear, { params: { year } });
  const roles = usePerson()?.roles ?? [];
  const go = (to: number) => setParams({ year: String(to) }, { replace: true });
  return (
    <Page
      title={t('nav.calendar')}
      lead={t('calendar.lead')}
      actions={
        <Flex gap={8} align="center">
          <Button disabled={year <= first} onClick={() => go(year - 1)}>
            ‹ {year - 1}
          </Button>
          <InputNumber
            aria-label={t('calendar.year')}
            min={first}
            max={last}
            precision={0}
            value={year}
            onChange={(value) => value !== null && go(value)}
          />
          <Button disabled={year >= last} onClick={() => go(year + 1)}>
            {year + 1} ›
          </Button>
        </Flex>
      }
    >
      <Reckoning />
      <QueryView query={query}>
        {(found) => (
          <YearView
            key={found.year}
            of={found}
            mayEdit={calendarEditors.some((role) => roles.includes(role))}
          />
        )}
      </QueryView>
    </Page>
  );
};
export default Calendar;
