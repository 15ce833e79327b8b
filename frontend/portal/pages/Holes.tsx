import { portalHoles } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { HoleExports } from '@geoarchive/frontend-shared/subsurface/search/HoleExports.tsx';
import { HoleSearch } from '@geoarchive/frontend-shared/subsurface/search/HoleSearch.tsx';
import { useTranslation } from 'react-i18next';
import { HoleHits } from '../holes/HoleHits.tsx';
import { publicSheet, usePublicHoles } from '../holes/source.ts';

/** Released holes, looked for by words, fields and place; as a list, on a map, in figures. */
const Holes = () => {
  const { t } = useTranslation();
  const api = useApi();
  const source = usePublicHoles();
  return (
    <Page title={t('nav.holes')} lead={t('holes.lead')}>
      <HoleSearch
        source={source}
        empty={{ title: t('holes.nothing'), hint: t('holes.nothingHint') }}
        list={(items) => <HoleHits items={items} />}
        tools={(found) => (
          <HoleExports
            source={source}
            sheet={publicSheet}
            found={found}
            content={async ({ id, access }, signal) =>
              access === 'open'
                ? api.call(portalHoles.getPublicHoleContent, { params: { id }, signal })
                : undefined
            }
          />
        )}
      />
    </Page>
  );
};
export default Holes;
