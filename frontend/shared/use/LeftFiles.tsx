import type { GrantFacts } from '@geoarchive/contract/service-parts.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** Files that a grant names and that could not be delivered, each with why. */
export const LeftFiles = ({ left }: { left: GrantFacts['left'] }) => {
  const { t } = useTranslation();
  if (left.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="ga-notice"
      title={t('use.leftFiles')}
      description={
        <ul className="ga-plain-list">
          {left.map(({ no, path, why }) => (
            <li key={no}>
              <code>{path}</code> {t(`use.left.${why}`)}
            </li>
          ))}
        </ul>
      }
    />
  );
};
