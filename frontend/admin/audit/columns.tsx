import type { AuditEntry } from '@geoarchive/contract/audit.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { actionName } from './action-names.ts';
import { Action, detailText } from './Detail.tsx';

const shownDetail = 160;

/** The columns of the trail; without `open` those of one thing's trail, which does not name the thing again. */
export const useAuditColumns = (open?: (about: string) => void): Column<AuditEntry>[] => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return useMemo(() => {
    const label = ({ action }: AuditEntry) => {
      const name = actionName(action);
      return name === undefined ? action : `${say(name)} ${action}`;
    };
    const about: Column<AuditEntry>[] = open
      ? [
          {
            key: 'about',
            heading: t('audit.about'),
            text: (row) => row.about,
            show: (row) => (
              <Button type="link" size="small" className="ga-cell-button" onClick={() => open(row.about)}>
                <code>{row.about}</code>
              </Button>
            ),
            width: 250,
          },
        ]
      : [];
    return [
      { key: 'at', heading: t('audit.at'), text: (row) => time(row.at), order: (row) => row.at, width: 145 },
      { key: 'person', heading: t('audit.person'), text: (row) => row.byName, width: 110 },
      {
        key: 'action',
        heading: t('audit.action'),
        text: label,
        show: (row) => <Action of={row} />,
        width: 260,
      },
      ...about,
      {
        key: 'detail',
        heading: t('audit.detail'),
        text: detailText,
        show: (row) => {
          const text = detailText(row);
          return text.length > shownDetail ? `${text.slice(0, shownDetail)}…` : text;
        },
        sortable: false,
        width: 330,
      },
      {
        key: 'by',
        heading: t('audit.by'),
        text: (row) => row.by,
        sortable: false,
        width: 150,
        show: (row) => <code>{row.by.slice(0, 14)}</code>,
      },
    ];
  }, [t, say, time, open]);
};
