import type { sortRows } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';

type Wrong = ReturnType<typeof sortRows>['wrong'][number];
const shown = 200;

/** The rows that are no tasks, with what is wrong; nothing is imported before they are mended. */
export const RowErrors = ({ wrong }: { wrong: readonly Wrong[] }) => {
  const { t } = useTranslation();
  const rows = wrong
    .flatMap(({ line, errors }) => errors.map((error) => ({ line, ...error })))
    .slice(0, shown);
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        className="ga-notice"
        title={t('import.wrongRows', { count: wrong.length })}
        description={t('import.wrongHint')}
      />
      <div className="ga-table">
        <Table
          size="small"
          aria-label={t('import.wrongTable')}
          rowKey={({ line, field, message }) => `${line} ${field} ${message}`}
          dataSource={rows}
          pagination={false}
          columns={[
            { key: 'line', title: t('import.line'), dataIndex: 'line', width: 90, align: 'right' },
            {
              key: 'field',
              title: t('import.column'),
              render: (_, row) => <code>{row.field}</code>,
              width: 180,
            },
            { key: 'message', title: t('import.message'), dataIndex: 'message' },
          ]}
        />
      </div>
    </>
  );
};
