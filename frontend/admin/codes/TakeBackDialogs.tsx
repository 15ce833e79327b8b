import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../calendar/ReasonDialog.tsx';
import { type Done, useEditText } from './Edits.tsx';

type Props = { of: CodeListHead; onClose: () => void };

/** Takes one change back. */
export const UndoDialog = ({ of, done, onClose }: Props & { done: Done }) => {
  const { t } = useTranslation();
  const text = useEditText();
  const write = useWrite(codes.undoCodeEdit);
  const params = { list: of.id, number: done.number ?? 0 };
  return (
    <ReasonDialog
      title={t('codes.undoTitle')}
      lead={text(done)}
      okText={t('codes.undo')}
      pending={write.isPending}
      error={write.error}
      onSend={({ reason }) =>
        void write
          .mutateAsync({ params, body: { reason }, ifMatch: of.version })
          .then(onClose, () => undefined)
      }
      onClose={onClose}
    />
  );
};

/** Puts a list back to what came with the system. */
export const ResetDialog = ({ of, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(codes.resetCodeList);
  return (
    <ReasonDialog
      danger
      title={t('codes.resetTitle', { name: say(of.name) })}
      lead={t('codes.resetLead', { count: of.edits })}
      okText={t('codes.reset')}
      pending={write.isPending}
      error={write.error}
      onSend={({ reason }) =>
        void write
          .mutateAsync({ params: { list: of.id }, body: { reason }, ifMatch: of.version })
          .then(onClose, () => undefined)
      }
      onClose={onClose}
    />
  );
};
