import { sheetProblem } from '@geoarchive/domain/sheets/problem.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { taskFiles } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FileChooser } from '../imports/FileChooser.tsx';
import { FileProblems } from '../imports/FileProblems.tsx';
import { RowErrors } from '../imports/RowErrors.tsx';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const wrong = [
  { ...sheetProblem('missing'), row: 4, column: 'name' },
  { ...sheetProblem('twice', { row: 2, columns: 'number' }), row: 7, column: 'number' },
];

/** A sheet on its way in: the template, a file that is read here and goes nowhere, and what wrong cells look like. */
export const SheetSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const reading = useMutation({ mutationFn: (file: File) => taskFiles.read(file, file.name) });
  const read = reading.data;
  return (
    <QueryView query={frozen(state, state === 'empty' ? [] : wrong, error)}>
      {(sample) => (
        <>
          <Panel title={t('samples.sheets')}>
            <FileChooser
              sheet={taskSheet}
              disabled={reading.isPending}
              onChosen={(file) => reading.mutate(file)}
            />
          </Panel>
          <FileProblems problems={read?.problems ?? []} type="error" />
          {sample.length === 0 && read === undefined && (
            <Empty title={t('samples.empty')} hint={t('samples.emptyHint')} />
          )}
          {(read?.wrong ?? sample).length > 0 && (
            <RowErrors
              wrong={read?.wrong ?? sample}
              columnName={taskFiles.columnName}
              onMarkedUp={undefined}
            />
          )}
        </>
      )}
    </QueryView>
  );
};
