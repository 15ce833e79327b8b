import type { Dossier, dossierFile } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { holesIn, importFrom } from '../holes/import/recognised.ts';
import { holeImporters } from '../roles.ts';
import { useHome } from '../transfers/words.tsx';
import { OpenFile } from './OpenFile.tsx';

export type DossierFile = z.infer<typeof dossierFile>;

/** The files of a dossier: checksum, secrecy, and whether the public has them. */
export const DossierFiles = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id } = dossier;
  const roles = usePerson()?.roles ?? [];
  const home = useHome(dossier);
  const mayImport = home && holeImporters.some((role) => roles.includes(role));
  const columns = useMemo(
    (): Column<DossierFile>[] => [
      {
        key: 'path',
        heading: t('file.path'),
        text: (row) => row.path,
        show: (row) => <OpenFile id={id} file={row} />,
        width: 320,
      },
      {
        key: 'size',
        heading: t('file.size'),
        text: (row) => formatBytes(row.size),
        order: (row) => row.size,
        numeric: true,
        width: 100,
      },
      { key: 'format', heading: t('file.format'), text: (row) => row.format?.name ?? '', width: 160 },
      {
        key: 'secrecy',
        heading: t('review.secrecy'),
        text: (row) => say(secrecyNames[row.secrecy]),
        width: 90,
      },
      {
        key: 'released',
        heading: t('dossier.release'),
        text: (row) => t(row.released ? 'dossier.fileReleased' : 'dossier.fileClosed'),
        show: (row) => (
          <StateTag tone={row.released ? 'good' : 'neutral'}>
            {t(row.released ? 'dossier.fileReleased' : 'dossier.fileClosed')}
          </StateTag>
        ),
        width: 100,
      },
      ...(mayImport
        ? [
            {
              key: 'holes',
              heading: t('holes.one'),
              text: (row: DossierFile) => t(`holes.files.in.${holesIn(row)}`),
              show: (row: DossierFile) =>
                holesIn(row) === 'none' ? (
                  ''
                ) : (
                  <Link
                    to={importFrom(id, [row.no])}
                    aria-label={`${t(`holes.files.in.${holesIn(row)}`)} ${row.path}`}
                  >
                    {t(`holes.files.in.${holesIn(row)}`)}
                  </Link>
                ),
              width: 110,
            },
          ]
        : []),
      {
        key: 'sha256',
        heading: 'SHA-256',
        text: (row) => row.sha256,
        show: (row) => <code title={row.sha256}>{row.sha256.slice(0, 16)}…</code>,
        width: 180,
      },
    ],
    [t, say, id, mayImport],
  );
  const list = useList<DossierFile, typeof archive.listDossierFiles>(archive.listDossierFiles, columns, {
    params: { id },
  });
  const sure = (list.source.rows ?? []).filter((row) => holesIn(row) === 'sure').map(({ no }) => no);
  return (
    <Panel
      title={t('file.title')}
      extra={
        mayImport &&
        sure.length > 1 && (
          <Link to={importFrom(id, sure)}>{t('holes.files.readAll', { count: sure.length })}</Link>
        )
      }
    >
      <DataList
        {...list}
        label={t('file.title')}
        rowKey={(row) => String(row.no)}
        empty={{ title: t('file.empty') }}
      />
    </Panel>
  );
};
