import { archive } from '@geoarchive/contract/routes.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { taskValues } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { type FileKind, mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';

/** Takes all tasks of the list along, in the form in which they can be imported again. */
export const TaskExport = () => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const api = useApi();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const page = await api.call(archive.listAllTasks, {
        query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.map(taskValues);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  const save = useMutation({
    mutationFn: (kind: FileKind) =>
      saveChunks(
        `${t('tasks.exportName')}.${kind}`,
        mediaTypes[kind],
        writeSheet(taskSheet, rows(), kind, language),
      ),
  });
  const button = (kind: FileKind, text: string) => (
    <Button loading={save.isPending && save.variables === kind} onClick={() => save.mutate(kind)}>
      {text}
    </Button>
  );
  return (
    <Flex gap={8} wrap>
      {button('xlsx', t('tasks.exportXlsx'))}
      {button('csv', t('tasks.exportCsv'))}
      {save.error !== null && <ProblemAlert error={save.error} />}
    </Flex>
  );
};
