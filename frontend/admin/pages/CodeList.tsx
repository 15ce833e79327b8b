import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { codeListIds } from '@geoarchive/domain/codes/ids.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CodeListView } from '../codes/CodeListView.tsx';
import { codeEditors } from '../roles.ts';

/** Above an entry lies the one that it belongs to, above that the list. */
const useAbove = (id: CodeListHead['id'], within: string | undefined) => {
  const query = useRead(
    codes.listCodeEntries,
    { params: { list: id }, query: { q: within ?? '', limit: 20 } },
    { enabled: within !== undefined },
  );
  return query.data?.items.findLast(({ slug }) => slug === within);
};

const Known = ({ id, within }: { id: CodeListHead['id']; within: string | undefined }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const query = useRead(codes.getCodeList, { params: { list: id } });
  const here = useAbove(id, within);
  const roles = usePerson()?.roles ?? [];
  const list = query.data === undefined ? t('nav.codes') : say(query.data.name);
  const back =
    within === undefined
      ? { to: '/codes', label: t('nav.codes') }
      : here?.parent === undefined
        ? { to: `/codes/${id}`, label: list }
        : { to: `/codes/${id}/${here.parent.slug}?standing=valid`, label: say(here.parent.name) };
  return (
    <Page title={here === undefined ? list : t('codes.listOf', { list, name: say(here.name) })} back={back}>
      <QueryView query={query}>
        {(found) => (
          <CodeListView
            key={within}
            of={found}
            within={within}
            today={dayOf(new Date())}
            mayEdit={codeEditors.some((role) => roles.includes(role))}
          />
        )}
      </QueryView>
    </Page>
  );
};

/** One code list: its entries, where it is from, what was changed. */
const CodeList = () => {
  const { t } = useTranslation();
  const { id, within } = useParams();
  const known = codeListIds.find((one) => one === id);
  if (known !== undefined) return <Known key={known} id={known} within={within} />;
  return (
    <Page title={t('nav.codes')} back={{ to: '/codes', label: t('nav.codes') }}>
      <Empty title={t('codes.noSuchList')} hint={t('codes.noSuchListHint')} />
    </Page>
  );
};
export default CodeList;
