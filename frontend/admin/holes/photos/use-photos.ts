import { archive } from '@geoarchive/contract/routes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { DossierFile } from '../../dossier/DossierFiles.tsx';
import { contentOf, everyFile } from '../../dossier/read-files.ts';
import { mediaOf, photosIn } from './photos-in.ts';

/** The pictures among the files of a dossier; nothing is asked while there is no dossier. */
export const usePhotos = (dossierId: string | undefined) => {
  const api = useApi();
  const id = dossierId ?? '';
  const { data } = useQuery({
    queryKey: [...keyOf(archive.listDossierFiles, { params: { id } }), 'every'],
    queryFn: () => everyFile(api, id),
    enabled: id !== '',
  });
  return useMemo(() => photosIn(data ?? []), [data]);
};

/** An address under which the page has a picture of a dossier, once it is wanted and here. */
export const usePicture = (dossierId: string, file: DossierFile, wanted: boolean) => {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: [...keyOf(archive.readDossierPart, { params: { id: dossierId, no: file.no } }), 'whole'],
    queryFn: async () =>
      new Blob([await contentOf(api, dossierId, file, () => undefined)], { type: mediaOf(file.path) ?? '' }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, error };
};
