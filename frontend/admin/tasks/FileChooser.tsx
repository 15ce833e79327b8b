import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveFile } from '@geoarchive/frontend-shared/list/save-file.ts';
import {
  decodeTaskFile,
  parseTaskFile,
  type TaskRow,
  taskTemplate,
} from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { Button, Flex } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { disabled: boolean; onRead: (name: string, rows: TaskRow[]) => void };

/** Chooses the file of tasks and reads it on this computer; the template shows what it must look like. */
export const FileChooser = ({ disabled, onRead }: Props) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const chosen = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onRead(file.name, parseTaskFile(file.name, decodeTaskFile(bytes), language));
  };
  return (
    <>
      <Flex gap={8} wrap>
        <Button type="primary" disabled={disabled} onClick={() => chosen.current?.click()}>
          {t('import.choose')}
        </Button>
        <Button onClick={() => saveFile(t('import.templateName'), 'text/csv', taskTemplate())}>
          {t('import.template')}
        </Button>
      </Flex>
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label={t('import.file')}
        accept=".csv,.json"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <p className="ga-soft">{t('import.columns')}</p>
    </>
  );
};
