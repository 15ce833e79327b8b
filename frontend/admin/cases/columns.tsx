import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { useCaseColumns } from '@geoarchive/frontend-shared/cases/columns.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Who has a case: a person, or the role that it waits with. */
export const useHolder = (): ((of: Pick<StaffCase, 'assignee' | 'role'>) => string) => {
  const { say } = useLanguage();
  return useCallback(
    ({ assignee, role }) => {
      const waiting = roles.find(({ code }) => code === role);
      return assignee?.name ?? (waiting === undefined ? '' : say(waiting.name));
    },
    [say],
  );
};

/** The columns of the staff's list of cases. */
export const useStaffCaseColumns = (): Column<StaffCase>[] => {
  const { t } = useTranslation();
  const holder = useHolder();
  const shared = useCaseColumns<StaffCase>();
  return useMemo(
    () => [
      ...shared.map(
        (column): Column<StaffCase> =>
          column.key === 'due'
            ? {
                ...column,
                show: (row) =>
                  (row.daysLeft ?? 0) < 0 ? (
                    <strong className="ga-attention">
                      {t('cases.overdueBy', { due: column.text(row), days: -(row.daysLeft ?? 0) })}
                    </strong>
                  ) : (
                    column.text(row)
                  ),
                width: 170,
              }
            : column,
      ),
      { key: 'asker', heading: t('cases.asker'), text: (row) => row.asker.name, width: 150 },
      { key: 'holder', heading: t('cases.holder'), text: holder, width: 120 },
    ],
    [shared, t, holder],
  );
};
