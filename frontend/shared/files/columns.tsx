import type { DepositFile } from '@geoarchive/contract/deposits.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../detail/StateTag.tsx';
import { formatBytes } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Column } from '../list/column.ts';
import { gravest } from './gravest.ts';

const states = ['registered', 'uploaded', 'inspected'] as const;
const tones = { registered: 'neutral', uploaded: 'active', inspected: 'good' } as const;
const graveTones = { error: 'bad', warning: 'attention', info: 'neutral', none: 'good' } as const;
const graves = ['error', 'warning', 'info', 'none'] as const;

/** The columns of a list of files with their findings. */
export const useFileColumns = (): Column<DepositFile>[] => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'path',
        heading: t('file.path'),
        text: (row) => row.path,
        show: (row) => <code>{row.path}</code>,
        width: 240,
      },
      {
        key: 'size',
        heading: t('file.size'),
        text: (row) => formatBytes(row.size),
        order: (row) => row.size,
        numeric: true,
        width: 95,
      },
      { key: 'format', heading: t('file.format'), text: (row) => row.format?.name ?? '', width: 115 },
      {
        key: 'state',
        heading: t('file.state'),
        text: (row) => t(`file.states.${row.state}`),
        show: (row) => <StateTag tone={tones[row.state]}>{t(`file.states.${row.state}`)}</StateTag>,
        filter: states.map((value) => ({ value, label: t(`file.states.${value}`) })),
        filterBy: (row) => row.state,
        width: 100,
      },
      {
        key: 'finding',
        heading: t('file.findings'),
        text: (row) => row.findings.map((finding) => say(finding.message)).join(' '),
        show: (row) => {
          const grave = gravest(row.findings);
          const [first] = row.findings.filter(({ severity }) => severity === grave);
          return first === undefined ? (
            <span className="ga-soft">—</span>
          ) : (
            <span>
              <StateTag tone={graveTones[grave]}>{t(`finding.${grave}`)}</StateTag> {say(first.message)}
            </span>
          );
        },
        filter: graves.map((value) => ({
          value,
          label: t(value === 'none' ? 'file.noFinding' : `finding.${value}`),
        })),
        filterBy: (row) => gravest(row.findings),
        order: (row) => graves.indexOf(gravest(row.findings)),
        width: 255,
      },
    ],
    [t, say],
  );
};
