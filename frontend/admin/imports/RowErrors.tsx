import type { CellProblem } from '@geoarchive/domain/sheets/problem.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = {
  wrong: readonly CellProblem[];
  onMarkedUp: (() => void) | undefined;
  /** The heading of a column of its sheet. */
  columnName: (key: string | undefined, language: 'zh' | 'en') => string;
};
const shown = 200;

/** The cells that are wrong, with what to do; nothing is imported before they are mended. */
export const RowErrors = ({ wrong, onMarkedUp, columnName }: Props) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const rows = wrong.slice(0, shown);
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        className="ga-notice"
        title={t('import.wrongRows', { count: new Set(wrong.map(({ row }) => row)).size })}
        description={t('import.wrongHint')}
        action={onMarkedUp !== undefined && <Button onClick={onMarkedUp}>{t('import.markedUp')}</Button>}
      />
      <div className="ga-table">
        <Table
          size="small"
          aria-label={t('import.wrongTable')}
          rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
          dataSource={rows}
          pagination={false}
          columns={[
            { key: 'row', title: t('import.line'), dataIndex: 'row', width: 90, align: 'right' },
            {
              key: 'column',
              title: t('import.column'),
              render: (_, { column }) => columnName(column, language),
              width: 180,
            },
            { key: 'message', title: t('import.message'), render: (_, { message }) => say(message) },
            { key: 'remedy', title: t('import.remedy'), render: (_, { remedy }) => say(remedy) },
          ]}
        />
      </div>
    </>
  );
};
