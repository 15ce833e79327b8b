import type { Sheet, Values } from '@geoarchive/domain/sheets/sheet.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { type FileKind, mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = {
  sheet: Sheet;
  rows: () => AsyncIterable<Values>;
  /** Only taken along: it is no file for an import. `all`: beside a list that exports what it shows, all that it stands for. */
  taken?: boolean | 'all';
};

/** Takes a list along, in the form in which it can be imported again. */
export const SheetExport = ({ sheet, rows, taken = false }: Props) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const save = useMutation({
    mutationFn: (kind: FileKind) =>
      saveChunks(`${say(sheet.title)}.${kind}`, mediaTypes[kind], writeSheet(sheet, rows(), kind, language)),
  });
  const words = taken === 'all' ? 'bars' : taken ? 'cockpit' : 'tasks';
  const button = (kind: FileKind, text: string) => (
    <Button loading={save.isPending && save.variables === kind} onClick={() => save.mutate(kind)}>
      {text}
    </Button>
  );
  return (
    <Flex gap={8} wrap>
      {button('xlsx', t(`${words}.exportXlsx`))}
      {button('csv', t(`${words}.exportCsv`))}
      {save.error !== null && <ProblemAlert error={save.error} />}
    </Flex>
  );
};
