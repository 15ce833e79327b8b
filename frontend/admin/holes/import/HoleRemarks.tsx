import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { allOf, useOwnList } from '@geoarchive/frontend-shared/list/own-list.ts';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const severities = ['error', 'warning', 'repair'] as const;
type Row = Remark & { at: number };
const tones: Readonly<Record<Remark['severity'], Tone>> = {
  error: 'bad',
  warning: 'attention',
  repair: 'active',
};

type Props = { remarks: readonly Remark[]; onMend: (() => void) | undefined };

/** What was found in the files: searched, narrowed by how grave it is, taken along; what can be mended is mended when asked. */
export const HoleRemarks = ({ remarks, onMend }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [state, change] = useOwnList();
  const rows = useMemo(() => remarks.map((remark, at) => ({ ...remark, at })), [remarks]);
  const mends = remarks.filter(({ mend }) => mend !== undefined).length;
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        key: 'severity',
        heading: t('holes.remarks.severity'),
        text: ({ severity }) => t(`holes.remarks.${severity}`),
        order: ({ severity }) => severities.indexOf(severity),
        show: ({ severity }) => <StateTag tone={tones[severity]}>{t(`holes.remarks.${severity}`)}</StateTag>,
        filter: severities.map((value) => ({ value, label: t(`holes.remarks.${value}`) })),
        filterBy: ({ severity }) => severity,
        width: 95,
      },
      { key: 'file', heading: t('hole.file'), text: ({ file }) => file, width: 120 },
      {
        key: 'place',
        heading: t('holes.remarks.place'),
        text: ({ sheet, row, column, depth }) =>
          [
            sheet,
            row === undefined ? undefined : t('holes.remarks.row', { row }),
            column,
            depth === undefined ? undefined : t('holes.remarks.depth', { depth }),
          ]
            .filter((part) => part !== undefined)
            .join(' · '),
        width: 150,
      },
      { key: 'hole', heading: t('holes.number'), text: ({ hole }) => hole ?? '', width: 100 },
      { key: 'message', heading: t('import.message'), text: ({ message }) => say(message), width: 270 },
      { key: 'remedy', heading: t('import.remedy'), text: ({ remedy }) => say(remedy), width: 250 },
    ],
    [t, say],
  );
  return (
    <Panel
      title={t('holes.remarks.title')}
      extra={
        mends > 0 &&
        onMend !== undefined && <Button onClick={onMend}>{t('holes.remarks.mend', { count: mends })}</Button>
      }
    >
      <DataList
        label={t('holes.remarks.title')}
        source={allOf(rows)}
        columns={columns}
        state={state}
        onChange={change}
        rowKey={({ at }) => String(at)}
        empty={{ title: t('holes.remarks.none') }}
      />
    </Panel>
  );
};
