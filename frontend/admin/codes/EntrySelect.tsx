import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Select } from 'antd';
import { useState } from 'react';

type Props = {
  list: CodeListHead['id'];
  /** On which day they count. */
  on: string;
  id?: string;
  mode?: 'multiple';
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
};

/** Chooses entries of a list that count on a day; looked for at the server, since a list may be long. */
export const EntrySelect = ({ list, on, ...control }: Props) => {
  const { say } = useLanguage();
  const [q, setQ] = useState('');
  const query = useRead(codes.listCodeEntries, { params: { list }, query: { q, on, limit: 100 } });
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      loading={query.isFetching}
      options={(query.data?.items ?? []).map(({ slug, name, parent }) => ({
        value: slug,
        label: parent === undefined ? say(name) : `${say(name)}（${say(parent.name)}）`,
      }))}
    />
  );
};
