import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { useImport } from './use-import.ts';

type Props = { done: { created: number; updated: number; unchanged: number } } & Pick<
  ReturnType<typeof useImport>,
  'undo'
>;

/** What an import did, and the way to take it back. */
export const ImportDone = ({ done, undo }: Props) => {
  const { t } = useTranslation();
  if (undo.data !== undefined) {
    const { kept, ...counts } = undo.data;
    return (
      <Alert
        type={kept.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        className="ga-notice"
        title={t('import.undone', counts)}
        description={kept.length > 0 && t('import.kept', { numbers: kept.slice(0, 50).join(', ') })}
      />
    );
  }
  return (
    <>
      <Alert
        type="success"
        showIcon
        className="ga-notice"
        title={t('import.done', done)}
        description={<Link to="/tasks">{t('import.toTasks')}</Link>}
        action={
          done.created + done.updated > 0 && (
            <Popconfirm
              title={t('import.undo')}
              description={t('import.undoHint')}
              onConfirm={() => undo.mutate()}
            >
              <Button loading={undo.isPending}>{t('import.undo')}</Button>
            </Popconfirm>
          )
        }
      />
      {undo.error !== null && <ProblemAlert error={undo.error} onRetry={() => undo.mutate()} />}
    </>
  );
};
