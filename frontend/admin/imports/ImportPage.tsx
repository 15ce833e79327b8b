import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useJob } from '@geoarchive/frontend-shared/jobs/use-job.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import type { InputFile, InputFiles } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import { mediaTypes } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileChooser } from './FileChooser.tsx';
import { FileProblems } from './FileProblems.tsx';
import { ImportJob } from './ImportJob.tsx';
import { RowErrors } from './RowErrors.tsx';
import { type ImportCalls, useImport } from './use-import.ts';

type Seen = { outcome: 'new' | 'changed' | 'unchanged' | 'refused' };
type Props<Row, One extends Seen> = {
  sheet: Sheet;
  files: InputFiles<Row>;
  calls: ImportCalls<Row, One>;
  title: string;
  lead: string;
  back: { to: string; label: string };
  /** What is chosen before the file. */
  choose?: ReactNode;
  /** How many rows would do what. */
  counts: (of: Record<Seen['outcome'], number>) => string;
  outcomes: (rows: readonly One[]) => ReactNode;
};

/** Imports rows of one kind from a file: choose, see what is wrong or what would change, import, see what was done. */
export const ImportPage = <Row, One extends Seen>(props: Props<Row, One>) => {
  const { sheet, files, calls, title, lead, back } = props;
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { preview, start, reset, done } = useImport(calls);
  const job = useJob(start.data?.id);
  const [chosen, setChosen] = useState<File>();
  const reading = useMutation({ mutationFn: (file: File) => files.read(file, file.name) });
  const none: InputFile<Row> = { rows: [], wrong: [], problems: [], notes: [] };
  const { rows, wrong, problems, notes } = reading.data ?? none;
  const busy = reading.isPending || preview.isPending || start.isPending;
  const read = (file: File) => {
    setChosen(file);
    reset();
    reading.mutate(file, {
      onSuccess: (found) => {
        if (found.problems.length + found.wrong.length === 0) preview.mutate(found.rows);
      },
    });
  };
  const markedUp = async (file: File) =>
    saveChunks(
      t('import.markedUpName', { of: say(sheet.title) }),
      mediaTypes.xlsx,
      await files.markedUp(file, file.name, language),
    );
  const seen = preview.data;
  const count = (outcome: Seen['outcome']) => seen?.filter((one) => one.outcome === outcome).length ?? 0;
  const toDo = count('new') + count('changed');
  const error = start.error ?? preview.error ?? reading.error;
  const begin = () => start.mutate({ rows, subject: chosen?.name ?? '' });
  return (
    <Page title={title} lead={lead} back={back}>
      <Panel title={t('import.file')}>
        {props.choose}
        <FileChooser sheet={sheet} disabled={busy} onChosen={read} />
      </Panel>
      {busy && <Progress aria-label={title} percent={percent(done, Math.max(rows.length, 1))} />}
      {error !== null && (
        <ProblemAlert
          error={error}
          onRetry={
            reading.error === null ? () => (start.error === null ? preview.mutate(rows) : begin()) : undefined
          }
        />
      )}
      {job.data !== undefined && <ImportJob job={job.data} />}
      {job.error !== null && <ProblemAlert error={job.error} onRetry={() => void job.refetch()} />}
      <FileProblems problems={problems} type="error" />
      <FileProblems problems={notes} type="info" />
      {chosen !== undefined && wrong.length > 0 && (
        <RowErrors
          wrong={wrong}
          columnName={files.columnName}
          onMarkedUp={chosen.name.toLowerCase().endsWith('.json') ? undefined : () => void markedUp(chosen)}
        />
      )}
      {seen !== undefined && chosen !== undefined && (
        <Panel
          title={t('import.previewOf', { name: chosen.name })}
          extra={
            start.data === undefined && (
              <Button type="primary" disabled={toDo === 0} loading={start.isPending} onClick={begin}>
                {t('import.go', { count: toDo })}
              </Button>
            )
          }
        >
          <p>
            {props.counts({
              new: count('new'),
              changed: count('changed'),
              unchanged: count('unchanged'),
              refused: count('refused'),
            })}
          </p>
          {props.outcomes(seen)}
        </Panel>
      )}
    </Page>
  );
};
