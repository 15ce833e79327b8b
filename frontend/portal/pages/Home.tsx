import { portal } from '@geoarchive/contract/routes.ts';
import { dataClasses } from '@geoarchive/domain/codes/data-classes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Hit } from '../search/Hit.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { Strata } from '../search/Strata.tsx';

const Home = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const overview = useRead(portal.portalOverview);
  return (
    <>
      <section className="ga-hero" aria-labelledby="hero">
        <Strata />
        <div className="ga-hero-inner">
          <h1 id="hero">{t('home.title')}</h1>
          <p>
            {overview.data === undefined
              ? t('home.lead')
              : t('home.leadCount', { records: formatCount(overview.data.records) })}
          </p>
          <SearchBox
            words=""
            onSearch={(q) => void navigate(`/search?${new URLSearchParams(q === '' ? {} : { q })}`)}
          />
        </div>
      </section>
      <div className="ga-page">
        <div className="ga-columns">
          <Panel title={t('home.latest')}>
            <QueryView query={overview}>
              {({ latest }) =>
                latest.length === 0 ? (
                  <Empty title={t('home.empty')} hint={t('home.emptyHint')} />
                ) : (
                  <ul className="ga-hits">
                    {latest.map((record) => (
                      <Hit key={record.id} record={record} />
                    ))}
                  </ul>
                )
              }
            </QueryView>
          </Panel>
          <div>
            <Panel title={t('home.byClass')}>
              <ul className="ga-links">
                {dataClasses.entries.map(({ slug, name }) => (
                  <li key={slug}>
                    <Link to={`/search?dataClass=${slug}`}>{say(name)}</Link>
                  </li>
                ))}
              </ul>
            </Panel>
            <Panel title={t('home.national')}>
              <ul className="ga-links">
                <li>
                  <Link to="/figures">{t('home.figures')}</Link>
                </li>
              </ul>
            </Panel>
          </div>
        </div>
      </div>
    </>
  );
};
export default Home;
