import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The code of what was sent: it is shown this once and leads to the answer. */
export const Sent = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('report.code')}>
      <Alert type="success" showIcon role="status" className="ga-notice" title={t('report.sent')} />
      <Typography.Paragraph copyable={{ text: code }} className="ga-code">
        <code>{code}</code>
      </Typography.Paragraph>
      <p>{t('report.keepCode')}</p>
      {/* Behind the #, so that no server's log has it. */}
      <Link to={`/answers#${code}`}>{t('report.toAnswer')}</Link>
    </Panel>
  );
};
