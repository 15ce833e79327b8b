import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { transferDeciders } from '../roles.ts';
import { RowActions } from './RowActions.tsx';
import type { Way } from './shows.ts';
import { TransferStateTag } from './TransferStateTag.tsx';
import { DossierNumber, Due, ListLink, useArchiveName, useWhy } from './words.tsx';

/** What is chosen to be sent; without it nothing can be. */
export type Choosing = { chosen: ReadonlySet<string>; onChoose: (of: Transfer, on: boolean) => void };

/** The columns of a list of transfers, with a box to choose what can be sent. */
export const useTransferColumns = (way: Way, choosing: Choosing | undefined): Column<Transfer>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const archive = useArchiveName();
  const why = useWhy();
  const decides = reaches(transferDeciders, usePerson()?.roles ?? []) && way === 'out';
  return useMemo(
    () => [
      ...(choosing === undefined
        ? []
        : [
            {
              key: 'choose',
              heading: t('transfers.choose'),
              text: () => '',
              actions: true,
              sortable: false,
              width: 64,
              show: (row: Transfer) =>
                row.moves.includes('send') && (
                  <Checkbox
                    aria-label={t('transfers.chooseOne', { number: row.archiveNumber, to: archive(row.to) })}
                    checked={choosing.chosen.has(row.id)}
                    onChange={({ target }) => choosing.onChoose(row, target.checked)}
                  />
                ),
            },
          ]),
      {
        key: 'number',
        heading: t('dossier.archiveNumber'),
        text: (row) => row.archiveNumber,
        show: (row) => <DossierNumber of={row} />,
        width: 110,
      },
      { key: 'title', heading: t('description.title'), text: (row) => row.dossier.title ?? '', width: 220 },
      {
        key: 'state',
        heading: t('transfers.state'),
        text: (row) => say(transferLifecycle.states[row.state]),
        show: (row) => <TransferStateTag of={row} />,
        width: 130,
      },
      {
        key: 'due',
        heading: t('transfers.due'),
        text: (row) => day(row.due),
        order: (row) => row.due,
        show: (row) => <Due of={row} />,
        width: 165,
      },
      // Beside the day, so that it is in sight on a narrow screen.
      ...(decides
        ? [
            {
              key: 'action',
              heading: t('transfers.actions'),
              text: () => '',
              actions: true,
              sortable: false,
              show: (row: Transfer) => <RowActions of={row} />,
              width: 150,
            },
          ]
        : []),
      way === 'out'
        ? { key: 'to', heading: t('transfers.to'), text: (row) => archive(row.to), width: 150 }
        : { key: 'from', heading: t('transfers.from'), text: (row) => archive(row.node), width: 150 },
      {
        key: 'list',
        heading: t('transfers.list'),
        text: (row) => row.sent?.list ?? '',
        show: (row) => <ListLink of={row} />,
        width: 165,
      },
      {
        key: 'files',
        heading: t('transfers.files'),
        text: (row) => `${formatCount(row.dossier.files)} · ${formatBytes(row.dossier.bytes)}`,
        order: (row) => row.dossier.bytes,
        width: 120,
      },
      {
        key: 'certificate',
        heading: t('dossier.certificateNumber'),
        text: (row) => row.dossier.certificateNumber ?? '',
        width: 165,
      },
      { key: 'why', heading: t('transfers.why'), text: why, width: 220 },
    ],
    [way, choosing, decides, t, say, day, archive, why],
  );
};
