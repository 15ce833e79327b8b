import { DownloadOutlined } from '@ant-design/icons';
import type { CodeListHead, CodeRow } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { codeSheet } from '@geoarchive/domain/codes/code-sheet.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { type FileKind, mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

const valuesOf = ({ slug, code, name, from, to, replacedBy, parent }: CodeRow): Values => ({
  ...{ slug, code, zh: name.zh, en: name.en },
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(replacedBy !== undefined && { replacedBy: replacedBy.map((one) => one.slug).join(' ') }),
  ...(parent !== undefined && { parent: parent.slug }),
});

/** Takes the whole list along as it counts now, with its history. */
export const CodeExport = ({ of }: { of: CodeListHead }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const api = useApi();
  const rows = async function* () {
    let cursor: string | undefined;
    do {
      const page = await api.call(codes.listCodeEntries, {
        params: { list: of.id },
        query: { limit: 500, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.map(valuesOf);
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  const save = useMutation({
    mutationFn: (kind: FileKind) =>
      saveChunks(`${say(of.name)}.${kind}`, mediaTypes[kind], writeSheet(codeSheet, rows(), kind, language)),
  });
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        loading={save.isPending}
        onClick={() => save.mutate('csv')}
      >
        {t('codes.exportAll')}
      </Button>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
