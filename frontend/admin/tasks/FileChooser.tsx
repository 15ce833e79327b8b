import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveFile } from '@geoarchive/frontend-shared/list/save-file.ts';
import {
  decodeTaskFile,
  parseTaskFile,
  type TaskRow,
  taskTemplate,
} from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { disabled: boolean; onRead: (name: string, rows: TaskRow[]) => void };

/** Chooses the file of tasks and reads it on this computer; the template shows what it must look like. */
export const FileChooser = ({ disabled, onRead }: Props) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const id = useId();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onRead(file.name, parseTaskFile(file.name, decodeTaskFile(bytes), language));
  };
  return (
    <>
      <div className="ga-fields">
        <span className="ga-field">
          <label htmlFor={id}>{t('import.file')}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.json"
            disabled={disabled}
            onChange={(event) => {
              void read(event.target.files?.[0]);
              // The same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
        </span>
        <Button onClick={() => saveFile(t('import.templateName'), 'text/csv', taskTemplate())}>
          {t('import.template')}
        </Button>
      </div>
      <p className="ga-soft">{t('import.columns')}</p>
    </>
  );
};
