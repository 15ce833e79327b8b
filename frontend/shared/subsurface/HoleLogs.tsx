import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { formatCount } from '../format/numbers.ts';
import { Panel } from '../layout/Panel.tsx';
import { toCsv } from '../list/csv.ts';
import { saveFile } from '../list/save-file.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { curveRows, lasOf } from './take-log.ts';

type Log = HoleContent['logs'][number];
type Curve = Log['curves'][number];
type Props = {
  header: HoleHeader;
  logs: readonly Log[];
  curve: (sha256: string) => Promise<Uint8Array>;
};
/** Beyond this a browser cannot be expected to hold a log as text. */
const mostValues = 5_000_000;
const perPage = 25;

const One = ({ header, log, curve: read }: Omit<Props, 'logs'> & { log: Log }) => {
  const { t } = useTranslation();
  const las = useMutation({
    mutationFn: async () =>
      saveFile(
        `${header.hole} ${log.file.replace(/\.\w+$/, '')}.las`,
        'text/plain',
        await lasOf(log, header, read),
      ),
  });
  const csv = useMutation({
    mutationFn: async (curve: Curve) => {
      const columns = [
        { heading: `${log.index.mnemonic} (m)`, text: (row: { depth: string }) => row.depth },
        { heading: `${curve.mnemonic} (${curve.unit})`, text: (row: { value: string }) => row.value },
      ];
      const rows = await curveRows(log, curve, read);
      saveFile(
        `${header.hole} ${curve.mnemonic}.csv`,
        'text/csv',
        toCsv<(typeof rows)[number]>(columns, rows),
      );
    },
  });
  const error = las.error ?? csv.error;
  const tooLarge = log.index.samples * (log.curves.length + 1) > mostValues;
  const title = t('hole.logOf', { file: log.file, curves: log.curves.length });
  return (
    <Panel
      title={title}
      extra={
        <Button disabled={tooLarge} loading={las.isPending} onClick={() => las.mutate()}>
          {t('hole.las')}
        </Button>
      }
    >
      <p className="ga-soft ga-numeric">
        {t('hole.logFacts', {
          format: log.format.toUpperCase(),
          samples: formatCount(log.index.samples),
          top: log.index.top ?? '–',
          base: log.index.base ?? '–',
        })}
      </p>
      {tooLarge && <p className="ga-soft">{t('hole.tooLarge')}</p>}
      {error !== null && <ProblemAlert error={error} />}
      <Rows<Curve & { at: string }>
        label={title}
        rows={log.curves.map((curve, at) => ({ ...curve, at: String(at) }))}
        rowKey={({ at }) => at}
        perPage={perPage}
        columns={[
          { key: 'curve', title: t('hole.curve'), show: ({ mnemonic }) => mnemonic },
          { key: 'unit', title: t('hole.unit'), show: ({ unit }) => unit },
          { key: 'description', title: t('hole.description'), show: ({ description }) => description },
          { key: 'top', title: t('hole.top'), show: ({ top }) => top },
          { key: 'base', title: t('hole.base'), show: ({ base }) => base },
          { key: 'least', title: t('hole.least'), show: ({ least }) => least },
          { key: 'most', title: t('hole.most'), show: ({ most }) => most },
          { key: 'samples', title: t('hole.samples'), show: ({ samples }) => formatCount(samples) },
          {
            key: 'take',
            title: t('hole.take'),
            show: (curve) => (
              <Button
                size="small"
                aria-label={t('hole.csvOf', { curve: curve.mnemonic })}
                loading={csv.isPending && csv.variables.sha256 === curve.sha256}
                onClick={() => csv.mutate(curve)}
              >
                {t('hole.csv')}
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
};

/** The logs of a hole: each with its curves, as LAS or curve by curve as CSV. */
export const HoleLogs = ({ logs, ...of }: Props) => logs.map((log) => <One key={log.id} log={log} {...of} />);
