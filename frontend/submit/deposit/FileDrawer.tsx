import { intake } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { FileReport } from '@geoarchive/frontend-shared/files/FileReport.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';

/** The report on one file, at the side. */
export const FileDrawer = ({ id, no, onClose }: { id: string; no: number; onClose: () => void }) => {
  const { t } = useTranslation();
  const report = useRead(intake.getFileReport, { params: { id, no } });
  return (
    <Drawer open title={t('file.report')} onClose={onClose} size={560}>
      <QueryView query={report}>{(file) => <FileReport file={file} metadata={file.metadata} />}</QueryView>
    </Drawer>
  );
};
