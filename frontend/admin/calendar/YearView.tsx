import type { HolidayYear } from '@geoarchive/contract/calendar.ts';
import { calendar } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Differences } from './Differences.tsx';
import { Edits } from './Edits.tsx';
import type { Marks } from './month.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { YearEditor } from './YearEditor.tsx';
import { YearGrid } from './YearGrid.tsx';

const isLink = (text: string) => /^https?:\/\//.test(text);

/** A year: its days, where they are announced, what was changed; with the right to, the way to change it. */
export const YearView = ({ of, mayEdit }: { of: HolidayYear; mayEdit: boolean }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const [editing, setEditing] = useState<Marks>();
  const [resetting, setResetting] = useState(false);
  const reset = useWrite(calendar.resetHolidayYear);
  const send = ({ reason }: { reason: string }) =>
    reset.mutateAsync({ params: { year: of.year }, body: { reason }, ifMatch: of.version }).then(
      () => setResetting(false),
      () => undefined,
    );
  const buttons = mayEdit && editing === undefined && (
    <Flex gap={8} wrap>
      {of.edited !== undefined && (
        <Button danger onClick={() => setResetting(true)}>
          {t('calendar.reset')}
        </Button>
      )}
      <Button type="primary" onClick={() => setEditing(of)}>
        {t('action.edit')}
      </Button>
    </Flex>
  );
  return (
    <>
      {!of.known && (
        <Alert
          type="warning"
          showIcon
          className="ga-notice"
          title={t('calendar.notKnown', { year: of.year })}
        />
      )}
      {of.edited !== undefined && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('calendar.editedBy', { by: of.edited.by, at: time(of.edited.at) })}
          description={of.edited.reason}
        />
      )}
      <Panel title={t('calendar.yearOf', { year: of.year })} extra={buttons}>
        {of.source !== undefined && (
          <p className="ga-soft">
            {t('calendar.source')}：{isLink(of.source) ? <a href={of.source}>{of.source}</a> : of.source}
          </p>
        )}
        {editing === undefined ? (
          <YearGrid year={of.year} marks={of} />
        ) : (
          <YearEditor of={of} start={editing} onClose={() => setEditing(undefined)} />
        )}
      </Panel>
      {of.differences.length > 0 && (
        <Panel title={t(of.shipped === undefined ? 'calendar.added' : 'calendar.differences')}>
          <Differences of={of.differences} label={t('calendar.differences')} />
        </Panel>
      )}
      <Edits year={of.year} onTakeUp={mayEdit && editing === undefined ? setEditing : undefined} />
      {resetting && (
        <ReasonDialog
          danger
          title={t('calendar.resetTitle', { year: of.year })}
          lead={t(of.shipped === undefined ? 'calendar.resetLeadNone' : 'calendar.resetLead')}
          okText={t('calendar.reset')}
          pending={reset.isPending}
          error={reset.error}
          onSend={(given) => void send(given)}
          onClose={() => setResetting(false)}
        />
      )}
    </>
  );
};
