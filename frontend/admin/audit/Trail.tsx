import type { AuditEntry } from '@geoarchive/contract/audit.ts';
import { audit } from '@geoarchive/contract/routes.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuditColumns } from './columns.tsx';
import { rowKey } from './row-key.ts';

const plain: ListState = { q: '', sort: undefined, descending: false, filters: {} };

const Entries = ({ plane, about }: { plane: Plane; about: string }) => {
  const { t } = useTranslation();
  const columns = useAuditColumns();
  const [state, setState] = useState(plain);
  const query = { about };
  const pages = usePages<AuditEntry, typeof audit.auditOfThing>(audit.auditOfThing, {
    params: { plane },
    query,
  });
  const source = useRows<AuditEntry>(pages, true);
  return (
    <DataList
      source={source}
      columns={columns}
      state={state}
      onChange={(change) => setState({ ...state, ...change })}
      label={t('audit.trailOf', { about })}
      rowKey={rowKey}
      empty={{ title: t('audit.empty') }}
    />
  );
};

/** All that was done to one thing, beside the list. */
export const Trail = ({ plane, about, onClose }: { plane: Plane; about: string; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Drawer open size={980} title={t('audit.trailOf', { about })} onClose={onClose}>
      <Entries plane={plane} about={about} />
    </Drawer>
  );
};
