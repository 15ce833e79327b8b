import { useTranslation } from 'react-i18next';
import { type DayMark, type Marks, markOf, months, weeksOf } from './month.ts';

type Props = {
  year: number;
  marks: Marks;
  /** Where days can be changed. */
  onToggle?: ((day: string) => void) | undefined;
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The twelve months of a year: days off and worked weekend days by a word, not by colour alone. */
export const YearGrid = ({ year, marks, onToggle }: Props) => {
  const { t } = useTranslation();
  const words: Record<DayMark, string> = {
    off: t('calendar.mark.off'),
    work: t('calendar.mark.work'),
    weekend: t('calendar.mark.weekend'),
    none: t('calendar.mark.none'),
  };
  const cell = (day: string) => {
    const mark = markOf(marks, day);
    const named = mark === 'off' || mark === 'work';
    const content = (
      <>
        {Number(day.slice(8))}
        {named && <small aria-hidden>{t(`calendar.short.${mark}`)}</small>}
        {named && <span className="ga-hidden"> {words[mark]}</span>}
      </>
    );
    if (onToggle === undefined) return content;
    return (
      <button type="button" aria-label={`${day} ${words[mark]}`} onClick={() => onToggle(day)}>
        {content}
      </button>
    );
  };
  return (
    <div className="ga-year">
      {months.map((month) => (
        <table key={month} className="ga-month">
          <caption>{t(`calendar.months.${month}`)}</caption>
          <thead>
            <tr>
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {t(`calendar.weekday.${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week, row) => (
              <tr key={week.find((day) => day !== undefined) ?? row}>
                {week.map((day, at) =>
                  day === undefined ? (
                    <td key={weekdays[at]} />
                  ) : (
                    <td key={day} className={`ga-day ga-day-${markOf(marks, day)}`}>
                      {cell(day)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
};
