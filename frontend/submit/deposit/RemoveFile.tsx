import { intake } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { toProblem } from '@geoarchive/frontend-shared/problem/problem.ts';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

/** Takes a file out of an open deposit, after a question. */
export const RemoveFile = ({ id, no, path }: { id: string; no: number; path: string }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const remove = useWrite(intake.removeFile);
  const go = () =>
    remove
      .mutateAsync({ params: { id, no } })
      .catch((error: unknown) => message.error(toProblem(error).title || t('problem.unexpected')));
  return (
    <Popconfirm
      title={t('file.removeQuestion', { path })}
      okText={t('file.remove')}
      cancelText={t('action.cancel')}
      onConfirm={go}
    >
      <Button type="link" size="small" danger loading={remove.isPending}>
        {t('file.remove')}
      </Button>
    </Popconfirm>
  );
};
