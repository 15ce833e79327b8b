import { calendar } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Marks } from './month.ts';

/** Who changed a year when and why; an earlier version can be taken up again. */
export const Edits = ({
  year,
  onTakeUp,
}: {
  year: number;
  onTakeUp: ((marks: Marks) => void) | undefined;
}) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const query = useRead(calendar.listHolidayEdits, { params: { year } });
  return (
    <Panel title={t('calendar.edits')}>
      <QueryView query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('calendar.noEdits')}</p>
          ) : (
            <ul className="ga-rows">
              {items.map((edit, at) => (
                <li key={edit.at}>
                  <Flex justify="space-between" align="center" gap={12} wrap>
                    <span>
                      {time(edit.at)} · {edit.by} · {edit.reason}
                      {edit.source !== undefined && <span className="ga-soft"> · {edit.source}</span>}
                    </span>
                    {at > 0 && onTakeUp !== undefined && (
                      <Button
                        size="small"
                        aria-label={t('calendar.takeUpOf', { at: time(edit.at) })}
                        onClick={() => onTakeUp(edit)}
                      >
                        {t('calendar.takeUp')}
                      </Button>
                    )}
                  </Flex>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
};
