import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import type { FileOutcome } from '@geoarchive/subsurface/read.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<FileOutcome['outcome'], Tone>> = {
  whole: 'good',
  'with-findings': 'attention',
  not: 'bad',
};

type Props = { files: readonly FileOutcome[]; disabled: boolean; onRemove: (name: string) => void };

/** The files as they were read: what each brings, or that it brings nothing. */
export const FilesRead = ({ files, disabled, onRemove }: Props) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('holes.files.title')}>
      <Rows<FileOutcome>
        label={t('holes.files.title')}
        rows={files}
        rowKey={({ name }) => name}
        perPage={50}
        columns={[
          { key: 'name', title: t('hole.file'), show: ({ name }) => name },
          { key: 'format', title: t('hole.format'), show: ({ format }) => format.toUpperCase() },
          { key: 'holes', title: t('holes.files.holes'), show: ({ holes }) => formatCount(holes) },
          { key: 'layers', title: t('holes.files.layers'), show: ({ layers }) => formatCount(layers) },
          { key: 'curves', title: t('holes.files.curves'), show: ({ curves }) => formatCount(curves) },
          { key: 'remarks', title: t('holes.files.remarks'), show: ({ remarks }) => formatCount(remarks) },
          {
            key: 'outcome',
            title: t('import.outcome'),
            show: ({ outcome }) => (
              <StateTag tone={tones[outcome]}>{t(`holes.files.outcomes.${outcome}`)}</StateTag>
            ),
          },
          {
            key: 'remove',
            title: t('holes.files.take'),
            show: ({ name }) => (
              <Button
                size="small"
                disabled={disabled}
                aria-label={t('holes.files.removeOne', { name })}
                onClick={() => onRemove(name)}
              >
                {t('holes.files.remove')}
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
};
