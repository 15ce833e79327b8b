import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { writeTemplate } from '@geoarchive/sheets/template.ts';
import { mediaTypes } from '@geoarchive/sheets/write-sheet.ts';
import { Button, Flex } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { sheet: Sheet; disabled: boolean; onChosen: (file: File) => void };

/** Chooses the file to import; the template of its sheet shows what it must look like. */
export const FileChooser = ({ sheet, disabled, onChosen }: Props) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const chosen = useRef<HTMLInputElement>(null);
  const template = () =>
    saveChunks(
      t('import.templateName', { of: say(sheet.title) }),
      mediaTypes.xlsx,
      writeTemplate(sheet, language),
    );
  return (
    <>
      <Flex gap={8} wrap>
        <Button type="primary" disabled={disabled} onClick={() => chosen.current?.click()}>
          {t('import.choose')}
        </Button>
        <Button onClick={() => void template()}>{t('import.template')}</Button>
      </Flex>
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label={t('import.file')}
        accept=".xlsx,.csv,.json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onChosen(file);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <p className="ga-soft">{t('import.columns')}</p>
    </>
  );
};
