import type { PublicRecord } from '@geoarchive/contract/portal.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { citation } from './cite.ts';

/** How to refer to the record. */
export const Cite = ({ record }: { record: PublicRecord }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const node = nodes.find(({ code }) => code === record.node);
  return (
    <Panel title={t('record.cite')}>
      <Typography.Paragraph copyable style={{ margin: 0 }}>
        {citation(record, node === undefined ? record.node : say(node.name))}
      </Typography.Paragraph>
    </Panel>
  );
};
