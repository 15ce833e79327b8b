import { Button, Flex } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers.ts';
import { Empty, Failed, Loading } from '../states/states.tsx';
import { arrange } from './arrange.ts';
import type { Column } from './column.ts';
import { toCsv } from './csv.ts';
import { DataTable } from './DataTable.tsx';
import { ListTools } from './ListTools.tsx';
import { saveFile } from './save-file.ts';
import type { RowSource } from './source.ts';
import { isNarrowed, type ListState } from './url-state.ts';

type Props<Row> = {
  label: string;
  source: RowSource<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
  empty: { title: string; hint?: string; action?: ReactNode };
};

/** A list: search, filters, sort, pages, export, and each of its states. */
export const DataList = <Row extends object>(props: Props<Row>) => {
  const { label, source, columns, rowKey, state, onChange, empty } = props;
  const { t } = useTranslation();
  const shown = useMemo(() => arrange(source.rows ?? [], columns, state), [source.rows, columns, state]);
  if (source.rows === undefined)
    return source.error === null ? <Loading /> : <Failed error={source.error} onRetry={source.again} />;
  if (source.rows.length === 0 && source.complete) return <Empty {...empty} />;
  const exportCsv = () => saveFile(`${label}.csv`, 'text/csv', toCsv(columns, shown));
  const count = t(source.complete ? 'list.count' : 'list.countSoFar', { rows: formatCount(shown.length) });
  return (
    <>
      <ListTools columns={columns} state={state} onChange={onChange} count={count} onExport={exportCsv} />
      {source.error !== null && <Failed error={source.error} onRetry={source.more} />}
      {shown.length === 0 && isNarrowed(state) && source.complete ? (
        <Empty
          title={t('list.nothingMatches')}
          hint={t('list.nothingMatchesHint')}
          action={<Button onClick={() => onChange({ q: '', filters: {} })}>{t('list.clear')}</Button>}
        />
      ) : (
        <DataTable
          label={label}
          rows={shown}
          columns={columns}
          rowKey={rowKey}
          state={state}
          onSort={(sort, descending) => onChange({ sort, descending })}
        />
      )}
      {!source.complete && (
        <Flex justify="center" style={{ marginTop: 14 }}>
          <Button onClick={source.more} loading={source.loadingMore}>
            {t('list.more')}
          </Button>
        </Flex>
      )}
    </>
  );
};
