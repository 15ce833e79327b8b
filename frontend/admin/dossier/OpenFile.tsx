import { archive } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';

/** Opens a file of a dossier. */
export const OpenFile = ({ id, file }: { id: string; file: { no: number; path: string } }) => {
  const api = useApi();
  return (
    <OpenLink
      path={file.path}
      link={() => api.call(archive.getDossierFile, { params: { id, no: file.no } })}
    />
  );
};
