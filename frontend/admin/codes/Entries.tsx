import type { CodeListHead, CodeRow } from '@geoarchive/contract/codes.ts';
import { atTop } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Flex } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Change } from './ChangeDialog.tsx';
import { useCodeColumns } from './columns.tsx';

/** From here on a list is walked through from above, and words are looked for in all of it. */
const walkedFrom = 300;

type Props = {
  of: CodeListHead;
  /** The entry whose entries are shown. */
  within: string | undefined;
  today: string;
  onChange: ((change: Change) => void) | undefined;
};

/** The entries of a list: those at one place of a long one, or what has the words looked for. */
export const Entries = ({ of, within, today, onChange }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [params] = useSearchParams();
  const q = params.get('q') ?? '';
  const onlyValid = params.getAll('standing').join() === 'valid';
  const walked = of.counts.entries >= walkedFrom;
  const below = useCallback((slug: string) => `/codes/${of.id}/${slug}?standing=valid`, [of.id]);
  const actions = useCallback(
    (row: CodeRow) =>
      row.to === undefined && (
        <Flex gap={6}>
          {(['rename', 'retire'] as const).map((kind) => (
            <Button
              key={kind}
              size="small"
              aria-label={t(`codes.${kind}Title`, { name: say(row.name) })}
              onClick={() => onChange?.({ kind, row })}
            >
              {t(`codes.${kind}`)}
            </Button>
          ))}
        </Flex>
      ),
    [onChange, t, say],
  );
  const columns = useCodeColumns({
    today,
    below: walked ? below : undefined,
    actions: onChange === undefined ? undefined : actions,
  });
  const list = useList<CodeRow, typeof codes.listCodeEntries>(codes.listCodeEntries, columns, {
    params: { list: of.id },
    query: {
      q,
      limit: 500,
      ...(onlyValid && { on: today }),
      ...(walked && q === '' && { parent: within ?? atTop }),
    },
  });
  return (
    <>
      {walked && <p className="ga-soft">{t('codes.walkHint')}</p>}
      <DataList
        {...list}
        label={say(of.name)}
        rowKey={(row) => `${row.slug} ${row.from ?? ''}`}
        empty={{ title: t('codes.empty'), hint: t('codes.emptyHint') }}
      />
    </>
  );
};
