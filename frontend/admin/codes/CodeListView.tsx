import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, ChangeDialog } from './ChangeDialog.tsx';
import { CodeExport } from './CodeExport.tsx';
import { type Done, Edits } from './Edits.tsx';
import { Entries } from './Entries.tsx';
import { ResetDialog, UndoDialog } from './TakeBackDialogs.tsx';

type Props = { of: CodeListHead; within: string | undefined; today: string; mayEdit: boolean };

/** A list with its source, its entries and its history; with the right to, the ways to change it. */
export const CodeListView = ({ of, within, today, mayEdit }: Props) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const [change, setChange] = useState<Change>();
  const [undoing, setUndoing] = useState<Done>();
  const [resetting, setResetting] = useState(false);
  const edits = mayEdit && of.fixed === undefined;
  return (
    <>
      {of.fixed !== undefined && mayEdit && (
        <Alert type="info" showIcon className="ga-notice" title={say(of.fixed)} />
      )}
      {of.edited !== undefined && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('codes.editedBy', { count: of.edits, by: of.edited.by, at: time(of.edited.at) })}
          description={of.edited.reason}
        />
      )}
      <Panel
        title={t('codes.entries')}
        extra={
          <Flex gap={8} wrap>
            <CodeExport of={of} />
            {edits && of.edits > 0 && (
              <Button danger onClick={() => setResetting(true)}>
                {t('codes.reset')}
              </Button>
            )}
            {edits && (
              <Button type="primary" onClick={() => setChange({ kind: 'add', parent: within })}>
                {t('codes.add')}
              </Button>
            )}
          </Flex>
        }
      >
        <p className="ga-soft">{t('codes.sourceIs', { source: say(of.source) })}</p>
        <Entries of={of} within={within} today={today} onChange={edits ? setChange : undefined} />
      </Panel>
      <Edits list={of.id} onUndo={edits ? setUndoing : undefined} />
      {change !== undefined && (
        <ChangeDialog of={of} change={change} today={today} onClose={() => setChange(undefined)} />
      )}
      {undoing !== undefined && <UndoDialog of={of} done={undoing} onClose={() => setUndoing(undefined)} />}
      {resetting && <ResetDialog of={of} onClose={() => setResetting(false)} />}
    </>
  );
};
