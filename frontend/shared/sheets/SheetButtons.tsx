import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { type FileKind, mediaTypes, type Rows, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { saveChunks } from '../list/save-file.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';

const kinds: readonly FileKind[] = ['xlsx', 'csv'];

/** Takes the rows of a sheet along as a workbook or CSV; `name` is the file's, the sheet's title when left out. */
export const SheetButtons = ({ sheet, rows, name }: { sheet: Sheet; rows: () => Rows; name?: string }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const save = useMutation({
    mutationFn: (kind: FileKind) =>
      saveChunks(
        `${name ?? say(sheet.title)}.${kind}`,
        mediaTypes[kind],
        writeSheet(sheet, rows(), kind, language),
      ),
  });
  return (
    <Flex gap={8} wrap>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          loading={save.isPending && save.variables === kind}
          onClick={() => save.mutate(kind)}
        >
          {t(`list.as.${kind}`)}
        </Button>
      ))}
      {save.error !== null && <ProblemAlert error={save.error} />}
    </Flex>
  );
};
