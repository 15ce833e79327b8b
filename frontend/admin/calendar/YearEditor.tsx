import type { HolidayYear } from '@geoarchive/contract/calendar.ts';
import { calendar } from '@geoarchive/contract/routes.ts';
import { tableDifferences } from '@geoarchive/domain/calendar/table-edit.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Marks, toggled } from './month.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { YearGrid } from './YearGrid.tsx';

/** Changes a year day by day; each click can be taken back, and nothing counts before it is saved with its reason. */
export const YearEditor = ({
  of,
  start,
  onClose,
}: {
  of: HolidayYear;
  /** What to begin from: the year as it is, or as it was before. */
  start: Marks;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [steps, setSteps] = useState<readonly Marks[]>([start]);
  const [saving, setSaving] = useState(false);
  const write = useWrite(calendar.editHolidayYear);
  const marks = steps.at(-1) ?? start;
  const changed = tableDifferences(of, marks).length;
  const send = ({ reason, source }: { reason: string; source: string }) =>
    write
      .mutateAsync({
        params: { year: of.year },
        body: { off: [...marks.off], work: [...marks.work], source, reason },
        ifMatch: of.version,
      })
      .then(onClose, () => undefined);
  return (
    <>
      <Flex gap={8} wrap align="center" className="ga-tools">
        <span aria-live="polite">{t('calendar.changed', { count: changed })}</span>
        <Button disabled={steps.length < 2} onClick={() => setSteps(steps.slice(0, -1))}>
          {t('calendar.undo')}
        </Button>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" disabled={changed === 0} onClick={() => setSaving(true)}>
          {t('action.save')}
        </Button>
      </Flex>
      <p className="ga-soft">{t('calendar.editHint')}</p>
      <YearGrid year={of.year} marks={marks} onToggle={(day) => setSteps([...steps, toggled(marks, day)])} />
      {saving && (
        <ReasonDialog
          title={t('calendar.saveTitle', { year: of.year })}
          lead={t('calendar.saveLead', { count: changed })}
          okText={t('action.save')}
          source={of.source ?? ''}
          pending={write.isPending}
          error={write.error}
          onSend={(given) => void send(given)}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
};
