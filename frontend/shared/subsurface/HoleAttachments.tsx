import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import { useTranslation } from 'react-i18next';
import { Facts } from '../detail/Facts.tsx';
import { Rows } from '../detail/Rows.tsx';
import { formatBytes } from '../format/numbers.ts';
import { Panel } from '../layout/Panel.tsx';

/** Files that belong to a hole and are not taken apart, with what their headers say. */
export const HoleAttachments = ({ attachments }: Pick<HoleContent, 'attachments'>) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('hole.attachments')}>
      <Rows
        label={t('hole.attachments')}
        rows={attachments}
        rowKey={({ sha256 }) => sha256}
        perPage={20}
        columns={[
          { key: 'file', title: t('hole.file'), show: ({ file }) => file },
          { key: 'format', title: t('hole.format'), show: ({ format }) => format },
          { key: 'bytes', title: t('hole.size'), show: ({ bytes }) => formatBytes(bytes) },
          {
            key: 'facts',
            title: t('hole.facts'),
            show: ({ facts }) => (
              <Facts items={Object.entries(facts).map(([label, value]) => ({ label, value }))} />
            ),
          },
        ]}
      />
    </Panel>
  );
};
