import { holeExports, holes } from '@geoarchive/contract/routes.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { HoleExports } from '@geoarchive/frontend-shared/subsurface/search/HoleExports.tsx';
import { HoleSearch } from '@geoarchive/frontend-shared/subsurface/search/HoleSearch.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ulid } from 'ulid';
import { HoleList } from '../holes/HoleList.tsx';
import { useArchiveHoles } from '../holes/source.ts';
import { useChosenHoles } from '../holes/use-section.ts';
import { holeImporters, registerReaders } from '../roles.ts';

const renewMs = 5000;

/** The archive's holes and wells, looked for by words, fields, place and curves; as a list, on a map, in figures. */
const Holes = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const api = useApi();
  const source = useArchiveHoles();
  const [chosen, choose] = useChosenHoles();
  const roles = usePerson()?.roles ?? [];
  const brings = reaches(holeImporters, roles);
  return (
    <Page
      title={t('nav.holes')}
      lead={t('holes.lead')}
      actions={
        <>
          {brings && (
            <Button type="primary" onClick={() => void navigate('/holes/import')}>
              {t('holes.import')}
            </Button>
          )}
          {reaches(registerReaders, roles) && (
            <Button onClick={() => void navigate('/holes/before-drilling')}>{t('drilling.title')}</Button>
          )}
          {chosen.length > 0 && <Button onClick={() => choose([])}>{t('holes.chooseNone')}</Button>}
          <Button
            onClick={() =>
              void navigate(
                chosen.length === 0 ? '/holes/section' : `/holes/section?holes=${chosen.join(',')}`,
              )
            }
          >
            {chosen.length === 0 ? t('holes.section') : t('holes.sectionOf', { holes: chosen.length })}
          </Button>
        </>
      }
    >
      <HoleSearch
        source={source}
        refreshMs={renewMs}
        empty={{ title: t('holes.empty'), hint: t('holes.emptyHint') }}
        list={(items) => <HoleList items={items} chosen={chosen} onChoose={choose} />}
        tools={(found) => (
          <HoleExports
            source={source}
            sheet={headerTable}
            found={found}
            asJob={async (query) => {
              const { id } = await api.call(holeExports.startHoleExport, {
                params: { id: ulid() },
                query,
              });
              void navigate(`/jobs/${id}`);
            }}
            content={({ id }, signal) => api.call(holes.getHoleContent, { params: { id }, signal })}
          />
        )}
      />
    </Page>
  );
};
export default Holes;
