import { calendar } from '@geoarchive/contract/routes.ts';
import { dayOf, isDay } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Checkbox, Flex, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const most = 3660;

/** The day so many days before or after another, by the tables that count. */
export const Reckoning = () => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const [from, setFrom] = useState(() => dayOf(new Date()));
  const [count, setCount] = useState(10);
  const [kind, setKind] = useState<'working' | 'calendar'>('working');
  const [before, setBefore] = useState(false);
  const [rollsOver, setRollsOver] = useState(false);
  const query = useRead(
    calendar.reckonDays,
    {
      query: {
        from,
        days: before ? -count : count,
        kind,
        rollsOver: kind === 'calendar' && rollsOver,
      },
    },
    { enabled: isDay(from) },
  );
  return (
    <Panel title={t('calendar.reckoning')}>
      <Flex gap={8} wrap align="center">
        <Input
          type="date"
          aria-label={t('calendar.from')}
          value={from}
          style={{ width: 160 }}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Select
          aria-label={t('calendar.direction')}
          value={before}
          onChange={setBefore}
          options={[
            { value: false, label: t('calendar.after') },
            { value: true, label: t('calendar.before') },
          ]}
        />
        <InputNumber
          aria-label={t('calendar.days')}
          min={0}
          max={most}
          precision={0}
          value={count}
          onChange={(value) => setCount(value ?? 0)}
        />
        <Select
          aria-label={t('calendar.kind')}
          value={kind}
          onChange={setKind}
          options={(['working', 'calendar'] as const).map((value) => ({
            value,
            label: t(`calendar.kinds.${value}`),
          }))}
        />
        {kind === 'calendar' && (
          <Checkbox checked={rollsOver} onChange={(event) => setRollsOver(event.target.checked)}>
            {t('calendar.rollsOver')}
          </Checkbox>
        )}
      </Flex>
      {isDay(from) && (
        <QueryView query={query} rows={1}>
          {(found) => (
            <p aria-live="polite" className="ga-reckoned">
              <strong>{day(found.day)}</strong>{' '}
              {t('calendar.reckoned', {
                working: Math.abs(found.workingDays),
                calendar: Math.abs(found.calendarDays),
                what: t(found.isWorkingDay ? 'calendar.mark.none' : 'calendar.mark.off'),
              })}
              {!found.known && <span className="ga-soft"> {t('calendar.unknownYear')}</span>}
            </p>
          )}
        </QueryView>
      )}
    </Panel>
  );
};
