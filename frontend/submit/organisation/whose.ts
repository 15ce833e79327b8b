import { identity } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of the reader's organisation and of those it acts for, by id; an id nobody named stays as it is. */
export const useOrganisationNames = () => {
  const { data } = useRead(identity.me);
  return useMemo(() => {
    const principals = data?.actsFor ?? [];
    const known = [...(data?.organisation === undefined ? [] : [data.organisation]), ...principals];
    const names = new Map(known.map(({ id, name }) => [id, name]));
    return {
      nameOf: (id: string) => names.get(id) ?? id,
      agent: principals.length > 0,
      known: [...names].map(([value, label]) => ({ value, label })),
    };
  }, [data]);
};

/** The column that says whose something is, by which a list can be narrowed; only for those who act for others. */
export const useWhoseColumn = <Row extends { organisation: string }>(): Column<Row>[] => {
  const { t } = useTranslation();
  const { nameOf, agent, known } = useOrganisationNames();
  return useMemo(
    () =>
      agent
        ? [
            {
              key: 'organisation',
              heading: t('tasks.organisation'),
              text: (row) => nameOf(row.organisation),
              filter: known,
              filterBy: (row) => row.organisation,
              width: 180,
            },
          ]
        : [],
    [t, nameOf, agent, known],
  );
};
