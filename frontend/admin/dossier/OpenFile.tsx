import { archive } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from './DossierFiles.tsx';

/** Opens a file by a link that is valid for minutes. */
export const OpenFile = ({ id, file }: { id: string; file: Pick<DossierFile, 'no' | 'path'> }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const api = useApi();
  const open = async () => {
    try {
      const { url } = await api.call(archive.getDossierFile, { params: { id, no: file.no } });
      window.open(url, '_blank', 'noopener');
    } catch (error) {
      message.error(problemText(error, t), 8);
    }
  };
  return (
    <Button type="link" size="small" className="ga-file-link" onClick={() => void open()}>
      {file.path}
    </Button>
  );
};
