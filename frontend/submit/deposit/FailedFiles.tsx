import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readReason } from '../upload/reason.ts';
import type { FailedFile } from '../upload/use-upload.ts';

const most = 20;

/** Files that did not go up, each with its reason. */
export const FailedFiles = ({ files }: { files: readonly FailedFile[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (files.length === 0) return null;
  const reason = ({ error }: FailedFile): string => {
    const known = readReason(error);
    return 'zh' in known ? say(known) : t(`upload.error.${known.code}`, known);
  };
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginTop: 14 }}
      title={t('upload.failed', { count: files.length })}
      description={
        <ul className="ga-plain-list">
          {files.slice(0, most).map((file) => (
            <li key={file.id}>
              <code>{file.path}</code> {reason(file)}
            </li>
          ))}
        </ul>
      }
    />
  );
};
